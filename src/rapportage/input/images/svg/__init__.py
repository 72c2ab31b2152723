"""SVG: a bounded subset of SVG 1.1, read without entities, network or scripts, as a drawing."""

from rapportage.input.images.svg.reader import read_svg

__all__ = ["read_svg"]
