"""'Alleen in A en B waren het er meer dan in C, waar F', 'alleen in 2022 meer dan F': these, and no others."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.figures.words.periods import period_name
from rapportage.proof.claims.facts import Point
from rapportage.proof.claims.fields import Field, part_fields
from rapportage.proof.claims.lexicon import words
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.orders import comparative
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.subjects import chain_from, is_part, labels_of
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_ONLY = frozenset(words("alleen enkel slechts uitsluitend"))
_NOT = (["niet"], ["geen"], ["en"])
_GROUPS = frozenset(words("van binnen onder tussen"))
_NAMED = frozenset(words("genoemde getoonde vermelde alle"))
"""'Van de genoemde landen': of all that the data have."""
_TO_COMPARED = 12
"""So many words after 'meer' comes what it is more than."""


def only_these(sentence: Sentence) -> Iterator[Verdict]:
    for only in sentence.tokens:
        if only.word not in _ONLY or only.is_own:
            continue
        if sentence.before(only, 1) in _NOT:
            continue
        yield from _only_then(sentence, only)
        named, end = chain_from(sentence, only.index + 1)
        said = _compared(sentence, end) if named and _is_plain(sentence, only, end) else None
        if said is None or sentence.is_ahead(only):
            continue
        sign, point = said
        for field in part_fields(sentence.facts, point):
            before = {name for name in field.values if _is_before(field, name, sign)}
            expected = labels_of(named) & field.values.keys()
            if len(expected) == len(named):
                told = f"voor {field.shown(field.own)} komen {_all(field, before, sign)}"
                yield sentence.verdict(ClaimKind.RANK, only, named[-1], before == expected, told)
                break


def _is_plain(sentence: Sentence, only: Token, end: int) -> bool:
    """Whether it is of all parts and of how many there are: not of a group, a growth, or two things that it says."""
    ahead = {each.word for each in sentence.tokens[: only.index]}
    figure = next((each.index for each in sentence.figures if each.index > end), len(sentence.tokens))
    moved = any(only.index < each.index < figure for each, _ in direction_words(sentence))
    goes_on = not {"en", "maar", "terwijl"}.isdisjoint(sentence.words(end, figure))
    shown = {point.subject.series for meaning in sentence.meanings for point in meaning.points}
    said = (each for each in sentence.tokens[end:figure] if each.kind is Kind.WORD and not is_general(each.word))
    of = [found for each in said if (found := sentence.known.naming_words.of(each.word, widely=False))]
    is_of_all = ahead.isdisjoint(_GROUPS) or not ahead.isdisjoint(_NAMED)
    return is_of_all and not (moved or goes_on) and all(shown & each for each in of)


def _only_then(sentence: Sentence, only: Token) -> Iterator[Verdict]:
    """'Alleen in 2022 lag het sinds 2015 hoger dan F': the times at which it did, and no others that are known."""
    lead = [each for each in sentence.tokens[only.index + 1 :][:2] if each.kind is Kind.TIME]
    since = next((each for each in sentence.times() if sentence.is_since(each)), None)
    than = next((each for each in sentence.tokens if each.index > only.index and each.word == "dan"), None)
    is_list = not {"en", "of", ","}.isdisjoint(sentence.after(lead[0], 1)) if lead else False
    if is_list or not lead or since is None or than is None or sentence.is_ahead(only):
        return
    base = next((each for each in sentence.levels if each.index > than.index), None)
    signs = [sign for each in sentence.tokens[only.index : than.index] if (sign := comparative(each.word))]
    point, value = (sentence.meaning(base).point, sentence.meaning(base).value) if base else (None, None)
    start, then = sentence.named(since)[:1], sentence.named(lead[0])[:1]
    if point is None or value is None or len(signs) != 1 or not start or not then:
        return
    known = sentence.facts.known(point.subject, point.time.kind, sentence.reading.near)
    after = [(time, each) for time, each in known if time.start >= start[0].start and time != point.time]
    found = [time for time, each in after if (each - value) * signs[0] > 0]
    if then[0] in dict(after):
        told = f"zo was het in {', '.join(map(period_name, found)) or 'geen enkele periode'}"
        yield sentence.verdict(ClaimKind.COURSE, only, lead[0], found == then, told)


def _is_before(field: Field, name: str, sign: int) -> bool:
    return (field.values[name] - field.values[field.own]) * sign > 0


def _all(field: Field, names: set[str], sign: int) -> str:
    ordered = sorted(names, key=lambda name: -sign * field.values[name])
    return ", ".join(field.shown(each) for each in ordered) or "geen andere"


def _compared(sentence: Sentence, start: int) -> tuple[int, Point] | None:
    """Which way 'meer … dan in C' goes, with the figure of C."""
    for token in sentence.tokens[start:]:
        if token.text in (";", ".") or token.kind is Kind.FIGURE:
            return None
        sign = comparative(token.word)
        if sign and (point := _base(sentence, token)):
            return sign, point
    return None


def _base(sentence: Sentence, token: Token) -> Point | None:
    """What the figure is of that belongs to the name after 'dan'."""
    following = sentence.tokens[token.index + 1 :][:_TO_COMPARED]
    than = next((each for each in following if each.word == "dan"), None)
    part = next((each for each in following if than and each.index > than.index and each.mention), None)
    if part is None or part.mention is None:
        return None
    names = {name.name for name in part.mention.names}
    for figure in sentence.levels:
        meaning = sentence.meaning(figure)
        if is_part(meaning) and meaning.point and not names.isdisjoint(meaning.point.subject.part.names):
            return meaning.point
    return None
