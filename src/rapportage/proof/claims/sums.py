"""What is 'samen' something: a figure that is the sum of just the parts that are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import scale_of, unit_of
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import sums_before
from rapportage.proof.claims.facts import Meaning, Subject
from rapportage.proof.claims.lookups import series_named
from rapportage.proof.claims.names import Mention, Name
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import part_in
from rapportage.proof.claims.titles import some_alike
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_BROUGHT = frozenset(("bracht", "brachten", "brengt", "brengen"))
_FEWEST = 2
_TO_WHOLE = 4
_APART = frozenset((";", ":", "maar", "terwijl"))
"""What is before such a word is not meant together with what comes after it."""


def sums(sentence: Sentence) -> Iterator[Verdict]:
    """'Hbo en wo tellen samen F': F is the sum of just those."""
    yield from _of_series(sentence)
    for token in sentence.tokens:
        last = _together(sentence, token)
        if last is None or token.is_own:
            continue
        if (brought := _brought(sentence, token)) is not None:
            yield brought
            continue
        figure = _of(sentence, last)
        if figure is None:
            continue
        named = _named(sentence, token, figure)
        meaning = sentence.meaning(figure)
        added = {point.subject.series for point in meaning.points if point.subject.series}
        if meaning.operation is Operation.SUM and len(added) > 1:
            unsaid = _of_unsaid(sentence, (token, last), meaning)
            if unsaid:
                yield unsaid
                continue
        if len(named) > 1 or (named and elliptic(sentence, named[0])):
            yield _judged(sentence, (token, last), meaning, named)
        else:
            yield from _of_total(sentence, (token, last), figure)


def _of_series(sentence: Sentence) -> Iterator[Verdict]:
    """'Hoger beroep en cassatie: F': of a sum of series that are not named whether others are named in their place."""
    for figure in sentence.figures:
        meaning = sentence.meaning(figure)
        added = {point.subject.series for point in meaning.points} - {""}
        if meaning.operation is not Operation.SUM or len(added) < 2:
            continue
        start = max((each.index for each in sentence.figures if each.index < figure.index), default=-1)
        stop = next((each.index for each in sentence.tokens[figure.index + 1 :] if _ends(each)), len(sentence.tokens))
        scope = [each for each in sentence.tokens[start + 1 : stop] if each.kind in (Kind.WORD, Kind.PART)]
        full = set(series_named(sentence, scope))
        said = [sentence.known.series_words.of(each.word) for each in scope]
        unsaid = added - full - {id for each in said if full.isdisjoint(each) for id in each}
        own = added.union(*map(sentence.facts.family, added))
        apart = {id for each in said if added.isdisjoint(each) for id in each}
        others = [id for id in sorted(full & apart - own) if added.isdisjoint(sentence.facts.family(id))]
        if unsaid and others:
            words = sentence.known.titles[others[0]]
            token = next((each for each in scope if some_alike(words, each.word)), figure)
            told = "de som is van " + " en ".join(f"'{sentence.facts.title(id)}'" for id in sorted(added))
            yield sentence.verdict(ClaimKind.SERIES, token, token, False, told)


def _brought(sentence: Sentence, token: Token) -> Verdict | None:
    """'Samen met A (F) en B (F) brachten C (F) het totaal op F': the last is what the others are together."""
    levels = [each for each in sentence.figures if sentence.meaning(each).is_level]
    *parts, total = levels or [token]
    verbs = [each for each in sentence.tokens if each.word in _BROUGHT and each.index < total.index]
    values = [sentence.meaning(each).value for each in levels]
    kinds = {unit_of(sentence.meaning(each).unit).kind for each in levels}
    times = {point.time for each in levels for point in sentence.meaning(each).points if point.periods}
    if len(times) != 1 or any(kind is not COUNT for kind in kinds) or len(levels) != len(sentence.figures):
        return None
    if len(parts) < _FEWEST or not verbs or sentence.before(total, 1) != ["op"] or None in values:
        return None
    *added, whole = (each for each in values if each is not None)
    told = f"samen is dat {number(sum(added, Decimal(0)) / scale_of(sentence.meaning(total).unit))}"
    return sentence.verdict(ClaimKind.PORTION, token, token, sum(added, Decimal(0)) == whole, told)


def _of_unsaid(sentence: Sentence, ends: tuple[Token, Token], meaning: Meaning) -> Verdict | None:
    """Of 'jeugdbescherming en jeugdreclassering samen' whether the sum is of only a part of any, or of another part."""
    names = {name for each in sentence.tokens if each.mention for name in each.mention.names}
    words = [each.word for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART)]
    for point in meaning.points:
        part, series = point.subject.part, point.subject.series
        said = {name.name for name in names if name.dimension in part.dimensions}
        if not part.names or said.intersection(part.names) or sentence.earlier:
            continue
        if said or any(_calls(sentence, word, series) for word in words):
            told = f"de som is van {part.label} van '{sentence.facts.title(series)}'"
            return sentence.verdict(ClaimKind.PORTION, *ends, False, told)
    return None


def _calls(sentence: Sentence, word: str, series: str) -> bool:
    """Whether a word is the name of a series, or ends its title: 'jeugdbescherming' of 'Jongeren met …'."""
    is_end = word in sentence.known.titles[series] and sentence.facts.title(series).casefold().endswith(word)
    return is_end or series in sentence.known.naming_words.of(word, widely=False)


def _of_total(sentence: Sentence, ends: tuple[Token, Token], figure: Token) -> Iterator[Verdict]:
    """'A en B kwamen samen uit op F', where F is of a series that is a sum: of just those that are named."""
    point = sentence.meaning(figure).point
    added = sentence.facts.sum_of(point.subject.series) if point and point.subject.part == WHOLE else frozenset()
    scope = [each for each in sentence.tokens[_start(sentence, ends[0]) : figure.index] if each.kind is Kind.WORD]
    if point and any(point.subject.series in sentence.known.naming_words.of(each.word) for each in scope):
        return  # 'alles bij elkaar, dus met A en B erbij, was de instroom F'
    said = {id for each in scope if len(own := added & sentence.known.series_words.of(each.word)) == 1 for id in own}
    if len(said) > 1:
        told = "de som is van " + " en ".join(f"'{sentence.facts.title(id)}'" for id in sorted(added))
        yield sentence.verdict(ClaimKind.PORTION, *ends, said == added, told)


def _together(sentence: Sentence, token: Token) -> Token | None:
    """The last word of 'samen', 'bij elkaar'."""
    if token.word in lexicon.TOGETHER:
        return token
    if token.word in ("bij", "met") and sentence.after(token, 1) == ["elkaar"]:
        return sentence.tokens[token.index + 1]
    return None


def _of(sentence: Sentence, last: Token) -> Token | None:
    """The figure that is a sum: that which is, or the first after the word."""
    levels = [each for each in sentence.figures if sentence.meaning(each).is_level]
    summed = [each for each in levels if sentence.meaning(each).operation is Operation.SUM]
    behind = [each for each in levels if each.index > last.index and not _is_whole_of(sentence, each)]
    if summed:
        return sentence.nearest(last, summed)[0]
    return behind[0] if behind else None


def _is_whole_of(sentence: Sentence, figure: Token) -> bool:
    """Whether it is what a part in words is of: 'samen goed voor ruim de helft van de F'."""
    lead = sentence.tokens[max(0, figure.index - _TO_WHOLE) : figure.index]
    is_of = [each.word for each in lead[-2:]] in (["van", "de"], ["van", "alle"], ["van", "het"])
    return is_of and any(each.word in lexicon.FRACTIONS for each in lead)


def parts_together(sentence: Sentence, number: Token) -> list[Token]:
    """The parts that a number is of together: of 'uit Italië en Roemenië samen kwamen er 17.300' those two."""
    for token in sentence.tokens:
        last = None if token.is_own else _together(sentence, token)
        if last is None or _is_beyond(sentence, last, number):
            continue
        named = _named(sentence, token, number)
        if len(named) > 1 or (named and elliptic(sentence, named[0])):
            return named
    return []


def _is_beyond(sentence: Sentence, last: Token, number: Token) -> bool:
    """Whether another number is nearer: of 'samen 2.608 van de 4.210' the first is what they are together."""
    start, end = sorted((last.index, number.index))
    return any(each.kind in (Kind.NUMBER, Kind.FIGURE) for each in sentence.tokens[start + 1 : end])


def _named(sentence: Sentence, token: Token, figure: Token) -> list[Token]:
    """The parts that are named with it: before the figure, or else after it in its own clause and after 'en'."""
    parts = [each for each in sentence.tokens if each.kind is Kind.PART and each.mention and not each.is_own]
    parts = [each for each in parts if not (sentence.is_base(each) or sentence.is_compared(each))]
    start = _start(sentence, token)
    before = [each for each in parts if start <= each.index < figure.index]
    if len(before) > 1:
        return before
    stop = next((each.index for each in sentence.tokens[figure.index :] if _ends(each)), len(sentence.tokens))
    others = {sentence.clauses.number(each) for each in sentence.figures if each is not figure}
    others -= {sentence.clauses.number(figure)}  # of 'samen F banen en zelfstandigen F' the latter have their own
    return [each for each in parts if start <= each.index < stop and sentence.clauses.number(each) not in others]


def _start(sentence: Sentence, token: Token) -> int:
    is_next = sentence.before(token, 1) == [":"]  # 'in A en B: samen F'
    ahead = sentence.tokens[: token.index - is_next]
    return next((each.index for each in reversed(ahead) if each.word in _APART), -1) + 1


def _ends(token: Token) -> bool:
    return token.kind is Kind.MARK and token.text in ",;:("


def _judged(sentence: Sentence, ends: tuple[Token, Token], meaning: Meaning, named: Sequence[Token]) -> Verdict:
    short = [elliptic(sentence, each) for each in named]
    said = [*(each for each in short if each), *(each.mention for each in named if each.mention)]
    parts = [point.subject.part for point in meaning.points]
    if meaning.operation is Operation.SUM:
        own = {Name(*each) for part in parts for each in zip(*part, strict=True)}
        told = ", ".join(sorted(part.label or "totaal" for part in parts))
        dimensions = {name.dimension for name in own}
        if dimensions and not any(name.dimension in dimensions for each in said for name in each.names):
            return sentence.verdict(ClaimKind.PORTION, *ends, None)  # 'hogescholen' of what is divided by diploma
        if dimensions:  # 'elektriciteit' of what is divided by source is none of the sources
            said = [each for each in said if any(name.dimension in dimensions for name in each.names)]
        is_right = len(parts) == len(said) and all(own & each.names for each in said)
        return sentence.verdict(ClaimKind.PORTION, *ends, is_right, f"de som is van {told}")
    added = _added(sentence, meaning, said)
    is_of_any = meaning.value in sums_before(sentence, ends[0])  # 'A (F) en iets anders (F) samen'
    is_open = added is None or meaning.value is None or is_of_any
    told = "" if added is None else f"samen is dat {number(added / scale_of(meaning.unit))}"
    return sentence.verdict(ClaimKind.PORTION, *ends, None if is_open else added == meaning.value, told)


def elliptic(sentence: Sentence, token: Token) -> Mention | None:
    """What is said in short before a name: the 'Noord-' of 'Noord- en Zuid-Holland'."""
    before = sentence.tokens[max(0, token.index - 3) : token.index]
    if (
        [each.text for each in before[1:]] not in (["-", "en"], ["-", "of"])
        or "-" not in token.text
        or not token.mention
    ):
        return None
    name = f"{before[0].text}-{token.text.split('-', 1)[1]}"
    known = {each for names in sentence.known.names.values() for each in names}
    dimensions = {each.dimension for each in token.mention.names}
    names = frozenset(Name(each, name) for each in sorted(dimensions) if Name(each, name) in known)
    return Mention(before[0].start, before[1].end, names) if names else None


def _added(sentence: Sentence, meaning: Meaning, said: Sequence[Mention]) -> Decimal | None:
    """What the parts are together, of the series and time of a figure."""
    if meaning.point is None:
        return None
    series, time = meaning.point.subject.series, meaning.point.time
    found = [part_in(sentence, series, [each]) for each in said]
    values = [sentence.facts.value(Subject(series, part), time) for part in found if part is not None and part != WHOLE]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(said) else None
