"""SVG: SVG as programs save it, read within bounds and without network or scripts, as a drawing (`reader`)."""

from rapportage.input.images.svg.letters import Letters

__all__ = ["Letters"]
