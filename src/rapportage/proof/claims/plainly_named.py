"""The one series that a sentence without figures plainly names: by its title, or by what it counts and nothing else."""

from __future__ import annotations

from collections.abc import Collection

from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims.lexicon import words
from rapportage.proof.claims.morphology import begins_as, same_word
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general

_SHARES = frozenset(words("aandeel aandelen percentage percentages deel gedeelte verhouding"))
"""With which no count is meant: 'het aandeel jongeren met jeugdhulp'."""
_FIRST = frozenset(("eerst", "eerste"))
"""Of 'voor het eerst', which names nothing."""


def plainly_named(sentence: Sentence) -> str | None:
    said = [each.word for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART)]
    titled = {each for each in sentence.known.in_full.said_in(said) if _is_called_so(sentence, each, said)}
    units = sentence.known.units
    counted = {id for id, own in units.items() if len(own) == 1 and own <= {*said} and _is_only(sentence, id, said)}
    found = titled or counted
    if not _SHARES.isdisjoint(said):
        found = {each for each in found if is_percent(sentence.facts.unit(each))}
    return next(iter(found)) if len(found) == 1 else None


def _is_called_so(sentence: Sentence, series: str, said: Collection[str]) -> bool:
    """Whether every word of what it is called is said, and not only the end of one: 'studenten' of 'eerstejaars…'."""
    titles = (sentence.known.titles[series], *sentence.known.called.get(series, ()))
    return any(title and all(any(_is_said(word, each) for each in said) for word in title) for title in titles)


def _is_said(word: str, said: str) -> bool:
    return word == said or same_word(word, said) or begins_as(said, word)


def _is_only(sentence: Sentence, series: str, said: Collection[str]) -> bool:
    """Whether no word is of other series and not of this one: 'jongeren met jeugdhulp' are not all young people."""
    known = sentence.known.series_words
    touched = (known.of(each, widely=False) for each in said if each not in _FIRST and not is_general(each))
    return all(series in each for each in touched if each)
