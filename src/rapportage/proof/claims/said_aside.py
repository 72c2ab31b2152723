"""What is only the cause or the circumstance of what a clause says: 'ondanks de lagere instroom', 'dankzij …'."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.reading import Kind, Token

_CAUSES = frozenset(lexicon.words("ondanks door dankzij vanwege wegens ten niettegenstaande"))
_ENDS = lexicon.PREPOSITIONS | lexicon.AUXILIARIES
_INNER = frozenset(("van", "in", "aan", "op", "bij", "uit", "voor"))
"""With which what is named there goes on: 'door de hogere instroom van nareizigers'."""


def aside_of(clause: Sequence[Token], token: Token) -> list[Token]:
    """The words of a clause that are no subject of a word of change or comparison: what is said as a cause of it.

    They reach from 'ondanks' up to the verb, another preposition or a mark. Of a word that is among them it is the
    subject: 'door een lagere instroom' says that the inflow was lower.
    """
    found: list[Token] = []
    for first in clause:
        if first.word not in _CAUSES or (first.word == "ten" and not _is_because(clause, first)):
            continue
        behind = [each for each in clause if each.index > first.index]
        said = list(itertools.takewhile(lambda each: not _ends(each, token), behind))
        if all(each.index != token.index for each in said):
            found += said
    return found


def _is_because(clause: Sequence[Token], ten: Token) -> bool:
    return any(each.index == ten.index + 1 and each.word in ("gevolge", "spijt") for each in clause)


def _ends(each: Token, token: Token) -> bool:
    """Whether what is named as a cause ends there; 'van' and such go on with it."""
    if each.index == token.index and each.word not in lexicon.COMPARISONS:
        return not each.word.endswith(change_words.NOUN_ENDS)
    is_verb = each.word in change_words.SEPARABLE or each.word in _ENDS - _INNER
    return is_verb or each.kind in (Kind.MARK, Kind.FIGURE)
