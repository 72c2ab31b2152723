"""The outlines that come with the package, each with whom to name for it."""

from __future__ import annotations

OUTLINES = {
    "provincies": "MapSVG, via @svg-maps/netherlands (CC BY 4.0), vereenvoudigd",
    "wereld": "Natural Earth",
    "europa": "Natural Earth",
}
"""By the word that a layout has for them: whom to name. The licences are beside the files."""


def outline(name: str) -> bytes:
    """The file of those outlines, as TopoJSON."""
    from importlib.resources import files  # only here: a report without starts sooner

    return files("rapportage.input.boundaries").joinpath("shipped", f"{name}.topojson").read_bytes()
