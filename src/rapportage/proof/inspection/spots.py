"""Where in a file something is: on a page, or in an edition for the web under a heading or caption."""

from __future__ import annotations

Spot = int | str
"""A page, counted from 1 (0 when unknown); in an edition for the web the id of what it is in or under, '' above all."""
TOP = "bovenaan"


def spot_words(spot: Spot) -> str:
    """What a person is told: 'pagina 3', '#tabel-1'."""
    if isinstance(spot, int):
        return f"pagina {spot}"
    return f"#{spot}" if spot else TOP
