"""Examples in hints are with the user's own names: who writes a hint leaves a place for them.

    hint = f"bijvoorbeeld: {{{{ {PARTED}['{PART}'].aandeel | pct }}}}"

`Findings` fills the places in, with the names of the project that it is about, or else with plain ones.
"""

from __future__ import annotations

from msgspec import Struct

SERIES, OTHER = "‹reeks›", "‹andere reeks›"
"""Two series."""
PARTED, PART, OTHER_PART = "‹reeks met delen›", "‹onderdeel›", "‹ander onderdeel›"
"""A series that is broken down, and two of its parts."""


class OwnNames(Struct, frozen=True):
    """The names that examples are given with."""

    series: str = "mijn_reeks"
    other: str = "andere_reeks"
    parted: str = "mijn_reeks"
    part: str = "onderdeel"
    other_part: str = "ander onderdeel"

    def fill(self, text: str) -> str:
        """The text with a name in each place that is left for one."""
        if "‹" not in text:
            return text
        places = {
            SERIES: self.series,
            OTHER: self.other,
            PARTED: self.parted,
            PART: self.part,
            OTHER_PART: self.other_part,
        }
        for place, name in places.items():
            text = text.replace(place, name)
        return text


PLAIN = OwnNames()
"""Where no names are known."""
