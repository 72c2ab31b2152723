"""SVG: SVG as programs save it, read within bounds and without network or scripts, as a drawing."""

from rapportage.input.images.svg.letters import Letters
from rapportage.input.images.svg.reader import read_svg

__all__ = ["Letters", "read_svg"]
