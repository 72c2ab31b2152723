"""'bedoelt u …?': the nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from rapportage.lookalikes import difference, is_subtle, skeleton

LISTED = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` may be a slip of the pen for."""
    from difflib import get_close_matches  # only for who made a slip: most runs have no need of it

    folded = {name.casefold(): name for name in sorted(set(known), reverse=True)}
    near = get_close_matches(word[:100].casefold(), folded, n=1)
    return folded[near[0]] if near else None


def suggest(word: str, known: Iterable[str]) -> str:
    """A Dutch hint for an unknown `word`: the nearest of `known`, or else what there is (at most 12 of it)."""
    names = sorted(set(known))
    near = nearest(word, names)
    if near is not None and is_subtle(near, word):
        return f"bedoelt u '{near}'? Daar staat {difference(near, word)}."
    if near is not None:
        return f"bedoelt u '{near}'?"
    if not names:
        return "er is hier nog niets om uit te kiezen"
    more = f" en nog {len(names) - LISTED}" if len(names) > LISTED else ""
    return f"er is: {', '.join(sorted(names, key=skeleton)[:LISTED])}{more}"
