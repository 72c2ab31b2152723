"""Numbers that somebody typed, held against what the sentence says they are of: 'Er kwamen 20.300 jongens'.

One is true where the data have it for what its words are most plainly about, and false where they plainly are about
one series, and neither that nor another that is named has it. Of one that may come, or must, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import is_percent, scale_of
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import Amount, Form
from rapportage.proof.claims.bare_percents import is_bare_percent
from rapportage.proof.claims.binding import bound
from rapportage.proof.claims.changed_by import differs, word_of_change, wrongly_differs
from rapportage.proof.claims.claim_words import about
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.joined import joined_parts, sum_of
from rapportage.proof.claims.listed import listed_after
from rapportage.proof.claims.no_levels import is_per_one, is_signed, of_every
from rapportage.proof.claims.of_another import is_of_another
from rapportage.proof.claims.per import is_rate_base
from rapportage.proof.claims.rates import rate_of
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.rests import rest_said
from rapportage.proof.claims.scales_said import scale_fits
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.targets import Target, Targets, Wanted, named_parts, targets, times_named_at
from rapportage.proof.claims.typed_unnamed import same_as_one
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.worked_out import may_be_change

_AIM = re.compile(
    r"\b(?:streef\w*|mikte\w*|gemikt|beoog\w*|beoogt|taak|opgave|streven|norm|normen|doel|doelen|doelstelling|ambitie|plan|plannen|\w+plan|maximum\w*|minimum\w*|"
    r"wettelijk\w*|limiet|grens|afgesproken|afspraak|\w*akkoord|toegestaan\w*|hooguit|mag|mogen|moet|moeten)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:erbij|bijgekomen|verloor|verloren|bij\s+(?:ge)?k[ow]a?men?|(?:kwam|kwamen|komen|kreeg|kregen)\b.*\bbij)\b"
    r"(?!\s+(?:de|het|een)\b)",
    re.IGNORECASE,
)
"""'Er zijn 100 artsen bij gekomen': no level."""
_MEAN = re.compile(r"\b(?:gemiddelde?|per (?:dag|week|maand|kwartaal|jaar|uur))\b", re.IGNORECASE)
_TO = frozenset(("naar", "tot", "op"))
_BASE = 100
"""What an index begins at."""
_FAR = 12
_ROUND = 100
_HALF, _TWICE = Decimal("0.5"), Decimal(2)
_EXACTLY = re.compile(r"(?:precies|om precies te zijn|namelijk|te weten|exact|ofwel|oftewel)(?: geteld)?[: ]*$")
_AGAINST = frozenset(("tegen", "tegenover"))
_OF_THOSE = (["waarvan"], ["waaronder"])
_OF_WHOM = (["onder", "wie"], ["van", "wie"])
_NOUN_WITHIN = 3
"""So many words after a number say what it counts."""


def typed_numbers(sentence: Sentence, said: Sequence[Amount]) -> Iterator[Verdict]:
    """Those that are counted; parts, percentages and multiples are read by `portions`."""
    typed = [each for each in said if each.is_typed]
    for amount in said:
        if amount.form is Form.COUNT and not amount.is_typed and amount.value >= _ROUND:
            for holds_beside in _beside(sentence, amount):
                yield sentence.verdict(ClaimKind.NUMBER, amount.start, amount.last, holds_beside)
    anchors = sorted((*sentence.figures, *(each.first for each in said)), key=lambda each: each.index)
    for amount in typed:
        if _is_of_name(sentence, amount):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)
        elif (scaled := scale_fits(sentence, amount.first, amount.last)) is not None:
            yield sentence.verdict(ClaimKind.UNIT, amount.first, amount.last, scaled)
        elif (rest := rest_said(sentence, amount)) is not None:
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, *rest)
        elif differs(sentence, amount):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, True)
        elif (change := wrongly_differs(sentence, amount)) is not None:
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, False, f"het verschil is {change}")
        elif listed_after(sentence, amount.last) or (amount.form is Form.COUNT and _is_change(sentence, amount)):
            continue
        elif is_aim(sentence, amount):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)
        elif amount.form is not Form.COUNT:
            continue
        elif (rate := rate_of(sentence, amount)) and (
            rate.holds is not None or not _is_rate(sentence, amount, anchors)
        ):
            yield sentence.verdict(ClaimKind.NUMBER, amount.start, amount.last, rate.holds, rate.truth)
        elif found := _beside(sentence, amount):
            yield sentence.verdict(ClaimKind.NUMBER, amount.start, amount.last, found[0])
        elif sentence.is_denied(amount.first) or is_no_level(sentence, amount):
            continue
        elif not _is_apart(sentence, amount):
            yield from _judged(sentence, amount, anchors)
        elif same_as_one(sentence, amount, anchors):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)


def _is_change(sentence: Sentence, amount: Amount) -> bool:
    """'nam toe met 2.400', 'een afname van ruim 600 per jaar': no level."""
    word = word_of_change(sentence, amount)
    is_noun = word is not None and word.word.endswith(change_words.NOUN_ENDS)
    return word is not None and (sentence.before(amount.start, 1) == ["met"] or is_noun)


def _is_of_name(sentence: Sentence, amount: Amount) -> bool:
    """Whether 'minstens 75' is of a figure of '75 jaar of ouder'."""
    parts = (point.subject.part for each in sentence.meanings for point in each.points)
    is_in_name = any(amount.first.text in part.label.split() for part in parts)
    own = sentence.clauses.number(amount.first)
    has_own = any(sentence.clauses.number(each) == own for each in sentence.figures)
    return is_in_name and not has_own and sentence.before(amount.first, 1)[:1] != ["de"]


def is_aim(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number may come, or must: 'de norm is 95 procent'."""
    titles, text = sentence.known.in_full, sentence.clause_of(amount.first)
    aims = (found[0].casefold() for found in _AIM.finditer(text))
    said = (each for each in aims if not (each.startswith("wettelijk") and titles.with_word(each)))
    return sentence.is_ahead(amount.first) or any(True for _ in said)  # 'de wettelijke schuldsanering' is a title


def is_no_level(sentence: Sentence, amount: Amount) -> bool:
    """'per 1.000', 'elke 100', 'op 100 gesteld', 'tussen 5 en 8', '500 meer': no figure of one thing."""
    before, after = sentence.before(amount.start, 1), sentence.after(amount.last, 1)
    is_index = any(sentence.meaning(each).operation is Operation.INDEX for each in sentence.figures)
    is_base = amount.value == _BASE and (is_index or before in (["op"], ["als"], ["="]))
    is_of_so_many = before in (["per"], ["elke"], ["iedere"]) or "tussen" in sentence.before(amount.start, 4)
    word = word_of_change(sentence, amount)
    is_than = word is not None and word.word in lexicon.COMPARISONS and sentence.after(word, 1) == ["dan"]
    is_difference = is_than or any(one in lexicon.COMPARISONS for one in after)
    is_of_so_many = is_of_so_many or is_rate_base(sentence, amount.first) or of_every(sentence) > 0
    is_of_so_many = is_of_so_many or is_per_one(sentence, amount.last) or is_signed(sentence, amount)
    return is_base or is_of_so_many or is_difference


def is_size_of(sentence: Sentence, amount: Amount) -> bool:
    """'op een lijst van 100.000', 'een huishouden van 2 personen': how large that is."""
    before = sentence.before(amount.start, 3)
    is_thing = len(before) > 2 and before[0] == "een" and before[2] == "van"
    return is_thing and about(before[1]) is None and before[1] not in (*change_words.SIGNS, "deel", "totaal")


def _is_apart(sentence: Sentence, amount: Amount) -> bool:
    """'voor 300 euro', 'samen 500': what may be of something else than what the words before it are of."""
    is_together = any(each.word in lexicon.TOGETHER for each in sentence.tokens)
    clause = sentence.clause_of(amount.first)
    if is_size_of(sentence, amount) or _ADDED.search(clause) or _is_mean(sentence, amount, clause):
        return True
    return is_together or sentence.before(amount.start, 1) in (["voor"], ["door"])


def _beside(sentence: Sentence, amount: Amount) -> list[bool]:
    """Whether the figure after it is so that says it exactly: 'bijna 800 duizend studenten (F)', ', precies F'."""
    following = [each for each in sentence.figures if each.index > amount.last.index][:1]
    meanings = [sentence.meaning(each) for each in following if _says_exactly(sentence, amount, each)]
    return [
        amount.fits(each.value)
        for each in meanings
        if each.value and each.is_level and not is_percent(each.unit) and _HALF < amount.value / each.value < _TWICE
    ]


def _says_exactly(sentence: Sentence, amount: Amount, figure: Token) -> bool:
    lead = sentence.before(figure, 1)
    if "dan" in sentence.words(amount.last.index, figure.index):
        return False  # '5.600 woningen, minder dan Utrecht alleen (F)'
    is_bracketed = lead == ["("] and figure.index - amount.last.index <= _FAR
    return is_bracketed or bool(sentence.before(figure, 4) and _EXACTLY.search(" ".join(sentence.before(figure, 4))))


def _judged(sentence: Sentence, amount: Amount, anchors: Sequence[Token]) -> Iterator[Verdict]:
    if steps := list(before_step(sentence, amount, anchors)):
        holds_so = any(_is(amount, each) for each in steps)
        yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, holds_so, _truth(sentence, steps[0]))
        return
    if _is_of_unknown_time(sentence, amount):
        return
    found = targets(sentence, Wanted(amount.first, anchors, is_bare_percent(sentence, amount)))
    shown = list(_of_parts_shown(sentence, found))
    parts = joined_parts(sentence, amount.first, anchors)
    whole = sum_of(sentence, parts, found)
    if any(_is(amount, each) for each in found.best) or any(_is_signed(sentence, amount, each) for each in shown):
        yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, True)
    elif (not shown and _may_be_of_part(sentence, found)) or _is_some_of_whole(sentence, amount, anchors, found):
        return
    elif parts and (whole is None or _is(amount, whole)):
        yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, True if whole else None)
    elif _is_plain(sentence, amount, found, anchors) and not any(_is(amount, each) for each in found.others):
        of = whole or [*shown, *found.best][0]
        is_doubtful = same_as_one(sentence, amount, anchors) or may_be_change(sentence, amount)
        if is_doubtful or is_of_another(sentence, amount, of):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)
            return
        told = _truth(sentence, of, " + ".join(each.text for each in parts))
        yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, False, told)
    elif not found.is_plain and same_as_one(sentence, amount, anchors):
        yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)


def _is_of_unknown_time(sentence: Sentence, amount: Amount) -> bool:
    """Whether its clause says a time that is no period of the data: 'vorige maand' of what is counted by the week."""
    number = sentence.clauses.number(amount.first)
    own = (each for each in sentence.times() if sentence.clauses.number(each) == number)
    return any(each.moment is not None and not sentence.named(each) for each in own)


def before_step(sentence: Sentence, amount: Amount, anchors: Sequence[Token]) -> Iterator[Target]:
    """Of 'van 17.100 naar F' what it was at the time that is named, or at any before, the last first."""
    figure = next((each for each in sentence.figures if each.index > amount.last.index), None)
    if figure is None or figure not in sentence.levels:
        return
    point = sentence.meaning(figure).point
    if point is None or "van" not in sentence.before(amount.start, 2):
        return
    if _TO.isdisjoint(sentence.before(figure, 2)) or ":" in sentence.words(amount.last.index, figure.index):
        return
    known = sentence.facts.known(point.subject, point.time.kind, point.time)
    named = times_named_at(sentence, amount.first, anchors)
    earlier = [time for time, _ in reversed(known) if time.end < point.time.end]
    for time in named if named and point.time not in named else earlier:
        if (value := sentence.facts.value(point.subject, time)) is not None:
            yield Target(point.subject, time, value)


def _is_signed(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Of 'een tekort van 2,4 miljard' whether the data are so much below nothing."""
    way = change_words.SIGNS.get((sentence.before(amount.start, 2) or [""])[0], 1)
    return _is(amount, Target(target.subject, target.time, target.value * way))


def _of_parts_shown(sentence: Sentence, found: Targets) -> Iterator[Target]:
    """What is meant of the part that a figure is of: 'cacao, die F opleverde, had een tekort van 2,4 miljard'."""
    shown = dict.fromkeys(point.subject for meaning in sentence.meanings for point in meaning.points)
    for each in found.best:
        for subject in shown:
            if subject.part == WHOLE or each.subject.part != WHOLE:
                continue
            same = Subject(each.subject.series, subject.part)  # 'uit Irak kwamen F eerste en 21 herhaalde aanvragen'
            value = sentence.facts.value(same, each.time)
            if value is not None:
                yield Target(same, each.time, value)


def _may_be_of_part(sentence: Sentence, found: Targets) -> bool:
    """Whether a figure beside it is of a part, of which the data have nothing at the time that is meant."""
    parts = {
        point.subject.series for meaning in sentence.meanings for point in meaning.points if point.subject.part != WHOLE
    }
    return any(each.subject.part == WHOLE and each.subject.series in parts for each in found.best)


def parts_only(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is some of them, and no total: 'waarvan 16,9 miljard voor wegen', '(21.900 van de 27.400)'."""
    before, after = sentence.before(amount.start, 2), sentence.after(amount.last, 3)
    following = sentence.tokens[amount.last.index + 3 :][:1]
    is_of = after[:2] in (["van", "de"], ["van", "alle"]) and bool(following)
    return before[-1:] in _OF_THOSE or before in _OF_WHOM or (is_of and following[0].kind in (Kind.FIGURE, Kind.NUMBER))


def _is_some_of_whole(sentence: Sentence, amount: Amount, anchors: Sequence[Token], found: Targets) -> bool:
    """Whether it is a part of a total that is meant, by no name that is known; 'waarvan 8.350 in T' is a total then."""
    is_whole = bool(found.best) and all(each.subject.part == WHOLE for each in found.best)
    return is_whole and parts_only(sentence, amount) and not times_named_at(sentence, amount.first, anchors)


def _is_rate(sentence: Sentence, amount: Amount, anchors: Sequence[Token]) -> bool:
    """Whether what a number is of is itself per so many: '126 misdrijven per 10.000 inwoners'."""
    best = targets(sentence, Wanted(amount.first, anchors, is_percent=False)).best
    return any("per" in sentence.facts.described(each.subject.series).casefold().split() for each in best)


def _is_plain(sentence: Sentence, amount: Amount, found: Targets, anchors: Sequence[Token]) -> bool:
    anchored = [each for each in anchors if each.index < amount.first.index][-1:]
    is_beside = not _AGAINST.isdisjoint(sentence.before(amount.start, 1))
    if is_beside and any(each.kind is not Kind.FIGURE for each in anchored):
        return False  # 'ruim 455 duizend, tegen bijna 465 duizend': of what the one before it is
    own = sentence.clauses.number(amount.first)
    words = [each.word for each in sentence.clauses.at(own)]
    is_near = any(sentence.clauses.together(amount.first, each) for each in sentence.figures) or not sentence.figures
    if not is_near and not any(sentence.known.in_full.touched(each.subject.series, words) for each in found.best):
        return False
    return found.is_plain and _is_told(sentence, amount, anchors) and _counts(sentence, amount, found)


def _is(amount: Amount, target: Target) -> bool:
    return amount.fits(target.value)


def _is_told(sentence: Sentence, amount: Amount, anchors: Sequence[Token]) -> bool:
    """Whether no name of the sentence is left that may be its own."""
    parts = [each for each in sentence.tokens if each.kind is Kind.PART and not sentence.is_base(each)]
    found = bound(parts, anchors, sentence.clauses)
    return len(found) == len(parts) or bool(named_parts(sentence, amount.first, anchors))


def _counts(sentence: Sentence, amount: Amount, found: Targets) -> bool:
    """Whether the noun after it is of that series alone: '20.300 jongens'; '30 wethouders' are others."""
    known = sentence.known.series_words
    series = found.best[0].subject.series
    others = {each.subject.series for each in found.others}
    for token in sentence.tokens[amount.last.index + 1 :][:_NOUN_WITHIN]:
        of_noun = known.of(token.word)
        if token.kind is Kind.PART or is_general(token.word) or series in of_noun:
            return others.isdisjoint(of_noun)
        if token.kind is not Kind.WORD or token.word in lexicon.PREPOSITIONS or token.word in ("en", "of"):
            return True
        if not token.word.endswith("e"):
            return False
    return True


def _is_mean(sentence: Sentence, amount: Amount, clause: str) -> bool:
    """'per dag gemiddeld 324' of what no series is the average of."""
    if not _MEAN.search(clause):
        return False
    words = sentence.words(0, len(sentence.tokens))
    titles = (
        sentence.facts.described(id).casefold() for id in sentence.known.titles if sentence.known.is_named(id, words)
    )
    return not any("gemiddeld" in each or "per " in each for each in titles)


def _truth(sentence: Sentence, target: Target, together: str = "") -> str:
    title = sentence.facts.title(target.subject.series)
    label = target.subject.part.label or together
    of = f" van {label}" if label else ""
    unit = sentence.facts.unit(target.subject.series)
    value = number(target.value / scale_of(unit))
    return f"'{title}'{of} is {value} {unit} in {period_name(target.time)}"
