"""Numbers in words ('driekwart', 'verdubbeld', 'vier op de tien'): do figures in the same sentence match them?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from rapportage.diagnostics import Findings
from rapportage.figures.languages.spoken import in_dutch
from rapportage.figures.observation import Operation
from rapportage.figures.unit_text import PERCENT
from rapportage.figures.words.numbers import number
from rapportage.proof.claims.stretches import FigureInText, Stretch, before, compared, nearest
from rapportage.proof.vocabulary.spoken import patterns

_NO_COUNT = re.compile(r"(?:\d|\bde)\s+$", re.IGNORECASE)
"""What comes before a number in words that is a size of digits, or an age: '24 duizend', 'de vijftig'."""

_MORE = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}?(?:meer|minder|extra|hoger|lager)\b", re.IGNORECASE)
"""After a number in words: it is by how much something differs, perhaps from what the sentence does not show."""


def check_number_words(sentence: Stretch, findings: Findings) -> None:
    """Reports number words that no figure of their sentence matches."""
    _check_parts(sentence, findings)
    _check_of_every(sentence, findings)
    _check_times(sentence, findings)
    _check_as_many(sentence, findings)
    check_counts(sentence, findings)


def check_counts(sentence: Stretch, findings: Findings, declared: Collection[int] = ()) -> None:
    """Reports round and vague counts in words that no figure matches.

    Nothing is said of those at a `declared` place.
    """
    _check_counts(sentence, findings, declared)
    for found in patterns().numbers.vague.finditer(sentence.text):
        if found.start() not in declared:
            _no_figure(sentence, found, findings)


def _check_counts(sentence: Stretch, findings: Findings, declared: Collection[int]) -> None:
    """A round count is right beside a figure that rounds to it, or that is 'meer dan' or 'minder dan' it."""
    said_so = patterns().numbers
    for found in said_so.count.finditer(sentence.text):
        if found.start() in declared or found.end() - 1 in declared:
            continue
        counts = _counts(_near(sentence, found))
        if found["tens"]:
            unit, times = 10, said_so.small[found["tens"].casefold()] // 10
        else:
            unit = said_so.large[found["unit"].casefold()]
            times = said_so.small.get((found["times"] or "").casefold(), 1)
        said = unit * times
        if any(said in figure.numbers for figure in sentence.figures) or _NO_COUNT.search(
            sentence.text[: found.start()]
        ):
            continue
        limit = before(said_so.limit, sentence.text, found.start())
        if not counts:
            _no_figure(sentence, found, findings)
        elif _MORE.match(sentence.text, found.end()):
            differences = [abs(one - other) for one, other in combinations(counts, 2)]
            if differences and not any(abs(each - said) * 2 <= unit for each in (*counts, *differences)):
                _contradicted(sentence, found, in_dutch(number, differences[0]), findings)
        elif limit:
            if not any(count > said if limit[1].casefold() == said_so.limit_more else count < said for count in counts):
                _contradicted(sentence, found, in_dutch(number, counts[0]), findings)
        elif not any(abs(count - said) * 2 <= unit for count in counts):
            _contradicted(sentence, found, in_dutch(number, counts[0]), findings)


def _check_of_every(sentence: Stretch, findings: Findings) -> None:
    """So many of every ten: right where the nearest percentage, or else what part one count is of another, is near."""
    words = patterns().numbers
    for found in words.of_every.finditer(sentence.text):
        some, every = (found["some"] or found["part"]).casefold(), (found["all"] or found["every"]).casefold()
        whole = words.small.get(every, 100)
        said = Decimal(100 * words.small.get(some, 1)) / whole
        known = _nearest_share(_near(sentence, found), found) or list(_parts_of_pairs(_near(sentence, found)))
        if not known:
            _no_figure(sentence, found, findings)
        elif not any(abs(share - said) <= Decimal(40) / whole for share in known):
            _contradicted(sentence, found, f"{in_dutch(number, known[0], 1)}%", findings)


def _check_as_many(sentence: Stretch, findings: Findings) -> None:
    """So many times as many: right where one figure is about that many times another."""
    words = patterns().numbers
    for found in words.as_many.finditer(sentence.text):
        said = words.as_many_numbers[" ".join(found["number"].casefold().split())]
        near = _near(sentence, found)
        shares = [abs(share) for share in _known(near, of_percentages=True)]
        ratios = [
            one / other for alike in (_counts(near), shares) for one, other in permutations(alike, 2) if one >= other
        ]
        if ratios and not any(abs(ratio - said) * 7 <= said for ratio in ratios):
            _contradicted(sentence, found, f"{in_dutch(number, ratios[0], 2)} keer", findings)


def _contradicted(sentence: Stretch, found: re.Match[str], truth: str, findings: Findings) -> None:
    message = f"'{' '.join(found[0].split())}' klopt niet met de cijfers in de zin: {truth}"
    findings.warning("T502", message, sentence.span(*_place(found)), "verbeter het woord of het cijfer")


def _check_parts(sentence: Stretch, findings: Findings) -> None:
    words = patterns().numbers
    for found in words.part.finditer(sentence.text):
        if words.of_period.search(sentence.text[max(0, found.start() - 9) : found.end() + 12]):
            continue
        known = _nearest_share(_near(sentence, found), found)
        pairs = [] if known else list(_parts_of_pairs(_near(sentence, found)))
        if not known and not pairs:
            _no_figure(sentence, found, findings)
        elif not any(_bears_out(share, found) for share in (*known, *pairs)):
            said = " ".join(found[0].split())
            message = f"'{said}' staat bij {' en '.join(in_dutch(number, share, 1) for share in known or pairs[:1])}%"
            findings.warning("T502", message, sentence.span(*_place(found)), "verbeter het woord of het cijfer")


def _near(sentence: Stretch, found: re.Match[str]) -> Sequence[FigureInText]:
    return nearest(sentence.figures, found.start())


def _nearest_share(figures: Sequence[FigureInText], found: re.Match[str]) -> list[Decimal]:
    """The percentage that is nearest to the words; none where there is none."""
    places = found.start(), found.end()
    shares = [figure for figure in figures if figure.trace.unit == PERCENT and figure.trace.exact is not None]
    shares.sort(key=lambda figure: min(abs(figure.place - place) for place in places))
    return [abs(figure.trace.exact) for figure in shares[:1] if figure.trace.exact is not None]


def _parts_of_pairs(figures: Sequence[FigureInText]) -> Iterator[Decimal]:
    """What part one count is of another, and by what part one changed into the other, in per cent."""
    for one, other in permutations(_counts(figures), 2):
        if one < other:
            yield 100 * one / other
            yield 100 * (other - one) / other
            yield 100 * (other - one) / one


def _counts(figures: Sequence[FigureInText]) -> list[Decimal]:
    return _known(figures, of_percentages=False)


def _known(figures: Sequence[FigureInText], *, of_percentages: bool) -> list[Decimal]:
    """The percentages, or all others, that are known and not zero."""
    exact = (figure.trace.exact for figure in figures if (figure.trace.unit == PERCENT) is of_percentages)
    return [value for value in exact if value]


def _bears_out(share: Decimal, found: re.Match[str]) -> bool:
    words = patterns().numbers
    low, high = words.parts[" ".join(found["part"].casefold().split())]
    middle, about = Decimal(low + high) / 2, " ".join((found["about"] or "").casefold().split())
    if not about:
        return low <= share <= high
    if about in words.less:
        return share < middle
    if about in words.more:
        return share > middle
    return middle - 8 <= share < middle if about in words.below else middle < share <= middle + 12


def _check_times(sentence: Stretch, findings: Findings) -> None:
    words, denied = patterns().numbers, patterns().directions.no
    for found in words.doubled.finditer(sentence.text):
        if before(denied, sentence.text, found.start()) or words.no_question.match(sentence.text, found.end()):
            continue
        ratios = list(_ratios(_near(sentence, found)))
        low, high = next(times for begin, times in words.times.items() if found[0].casefold().startswith(begin))
        if not ratios:
            _no_figure(sentence, found, findings)
        elif not any(low <= ratio <= high for ratio in ratios):
            _contradicted(sentence, found, f"{in_dutch(number, ratios[0], 2)} keer", findings)


def _ratios(figures: Sequence[FigureInText]) -> list[Decimal]:
    """How many times the later figure is the earlier one, for what the sentence compares."""
    found = [
        1 + figure.trace.exact / 100
        for figure in figures
        if figure.operation is Operation.CHANGE and figure.trace.exact
    ]
    for one, other in compared(figures):
        if one.trace.exact and other.trace.exact:
            found.append(other.trace.exact / one.trace.exact)
    return found


def _no_figure(sentence: Stretch, found: re.Match[str], findings: Findings) -> None:
    said = " ".join(found[0].split())
    message = f"'{said}' is een getal in woorden, en geen cijfer in deze zin zegt het"
    hint = "zet het cijfer erbij met {{ … }}, of zet erachter: {# erkend T502: … #}"
    findings.warning("T502", message, sentence.span(*_place(found)), hint)


def _place(found: re.Match[str]) -> tuple[int, int]:
    lead = len(found[0]) - len(found[0].lstrip())
    return found.start() + lead, len(found[0]) - lead
