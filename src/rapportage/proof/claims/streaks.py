"""What happens time after time ('voor de derde maand op rij', 'al vijf jaar')."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.numbers import read_number
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import step_of
from rapportage.proof.claims.counterparts import base_of
from rapportage.proof.claims.facts import Point, Subject, before
from rapportage.proof.claims.growths import growth_noun
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.orders import place_in_order
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.records import Level, levels_near
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.streak_ends import levels_at_end
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_UNITS = {
    "dag": "dag", "dagen": "dag", "week": "week", "weken": "week", "maand": "maand", "maanden": "maand",
    "kwartaal": "kwartaal", "kwartalen": "kwartaal", "halfjaar": "halfjaar", "halfjaren": "halfjaar", "jaar": "jaar",
    "jaren": "jaar", "keer": "", "maal": "",
}  # fmt: skip
"""Empty for those that say no length of time."""
_BEHIND = (
    ("op", "rij"),
    ("achter", "elkaar"),
    ("achtereen",),
    ("na", "elkaar"),
    ("in", "successie"),
    ("op", "een", "rij"),
)
_BETWEEN = re.compile(r"(?:achtereenvolgend|opeenvolgend|aaneengesloten)e?")
_YEAR_BEFORE = re.compile(r"\b(?:jaar eerder|jaar ervoor|jaar geleden|vorig jaar|jaar daarvoor|jaar-op-jaar)\b")
_AFTER = "na"
_LASTS = frozenset(("duurt", "duurde", "aanhoudt", "gaande"))
_NEAR = 4
_OPENING = 5
_THAT = frozenset(("dat", "die"))
"""With which a clause begins that says of its own what goes on: ', dat al drie jaar achtereen studenten verliest,'."""
_AT = frozenset(("van", "met", "op"))
"""With which it says what something stayed: 'vier kwartalen op rij van 3,6 procent'."""
_STILL_AT = (["onveranderd", "op"], ["ongewijzigd", "op"], ["stabiel", "op"], ["gelijk", "op"])
_UP_TO_NOW = (["al"], ["nu"], ["inmiddels"], ["reeds"], ["intussen"])
_GAP = 4
"""So many words between 'de derde maand' and 'op rij' may say what was so."""
_NOUN = 4
"""So many words after 'drie maanden' comes its noun: 'van onafgebroken daling'."""

Event = Callable[[TimePeriod], bool | None]
"""Whether it was so at a time; None where that is not known."""


class Streak(Struct, frozen=True):
    """How many of which unit in a row, from its first word to its last."""

    first: Token
    last: Token
    count: int
    unit: str


def streaks(sentence: Sentence) -> Iterator[Verdict]:
    for token in sentence.tokens:
        found = None if token.is_own else _streak_at(sentence, token)
        if found is not None:
            yield _judged(sentence, found)


def _streak_at(sentence: Sentence, token: Token) -> Streak | None:
    """'derde maand op rij', 'vijf jaar achtereen', 'derde achtereenvolgende kwartaal', 'al drie kwartalen lang'."""
    count = place_in_order(token.word) or lexicon.CARDINALS.get(token.word) or _digits(token)
    if not count:
        return None
    following = sentence.words(token.index + 1, token.index + 10)
    is_between = bool(following) and bool(_BETWEEN.fullmatch(following[0]))
    rest = following[is_between:]
    is_noun = bool(rest) and rest[0] in change_words.NOUNS and place_in_order(token.word) is not None
    if not rest or not (rest[0] in _UNITS or is_noun):
        return None
    end, unit = token.index + 1 + is_between, _UNITS.get(rest[0], "")  # 'de vijfde stijging op rij'
    for behind in _BEHIND:
        for gap in range(_GAP + 1):
            if tuple(rest[1 + gap : 1 + gap + len(behind)]) == behind and _is_gap(sentence, end + 1, gap):
                return Streak(token, sentence.tokens[end + gap + len(behind)], count, unit)
    if rest[1:2] == ["onafgebroken"] and count > 1:  # 'zwelt al vijf maanden onafgebroken aan'
        return Streak(token, sentence.tokens[end + 1], count, unit)
    is_long = sentence.before(token, 1)[:1] in _UP_TO_NOW and count > 1 and token.word in lexicon.CARDINALS
    goes_on = rest[1:2] == ["aan"] or not _LASTS.isdisjoint(sentence.before(token, _NEAR))
    if is_between or (is_long and rest[1:2] == ["lang"]):
        return Streak(token, sentence.tokens[end + (not is_between)], count, unit)
    if is_long and goes_on and any(sign for _, sign in direction_words(sentence)):
        return Streak(token, sentence.tokens[end], count, unit)  # 'de daling houdt al drie maanden aan'
    noun = _noun_behind(sentence, end) if _AFTER in sentence.before(token, 1) and count > 1 else None
    return Streak(token, noun, count, unit) if noun else None


def is_of_streak(sentence: Sentence, token: Token) -> bool:
    """Whether a comparison is one that was made time after time, and not with the figure behind a semicolon."""
    clause = clause_tokens(sentence, token)
    behind = sentence.tokens[clause[-1].index + 1 :][:1]
    is_closed = bool(behind) and behind[0].text == ";" and not any(each.kind is Kind.FIGURE for each in clause)
    return is_closed and any(_streak_at(sentence, each) is not None for each in clause)


def _noun_behind(sentence: Sentence, unit: int) -> Token | None:
    """The noun of 'na drie maanden van onafgebroken daling'."""
    behind = sentence.tokens[unit + 1 :][:_NOUN]
    moved = {each.index for each, sign in direction_words(sentence) if sign}
    nouns = [each for each in behind if each.index in moved and each.word.endswith(change_words.NOUN_ENDS)]
    is_of = bool(behind) and (behind[0].word in ("van", "met") or behind[:1] == nouns[:1])
    return nouns[0] if nouns and is_of else None


def _is_gap(sentence: Sentence, start: int, count: int) -> bool:
    """Whether the words between a unit and 'op rij' only say of what: 'de derde maand met een daling op rij'."""
    between = sentence.tokens[start : start + count]
    are_words = all(each.kind is Kind.WORD for each in between)
    return not between or (are_words and between[0].word in ("van", "met", "dit", "dat"))


def _digits(token: Token) -> int:
    return int(token.text) if token.kind is Kind.NUMBER and token.text.isdigit() and len(token.text) < 3 else 0


def _judged(sentence: Sentence, streak: Streak) -> Verdict:
    first, last = streak.first, streak.last
    near = levels_near(sentence, first) or list(_of_changes(sentence))
    near = list(_of_all(sentence, near)) if _is_of_country(sentence, first) else near
    found = [each for each in near if streak.unit in ("", each.kind)]
    if not found or sentence.is_ahead(first):
        return sentence.verdict(ClaimKind.COURSE, first, last, None)
    latest = max(found, key=end_of)
    told, outcomes = "", []
    said = _level_after(sentence, last)
    for event, start in _happening(sentence, streak, latest, said):
        count, is_whole = _count(event, start)
        ended = streak.count == count or (not is_whole and streak.count > count > 0)
        outcomes.append(ended if is_whole or streak.count <= count or not count else None)
        told = told or (f"het is de {count}e" if count else "het was de laatste keer niet zo")
        told = told if is_whole or not count else f"het zijn er minstens {count}"
    last = said[1] if said else to_border(sentence, last)
    return sentence.verdict(ClaimKind.COURSE, first, last, settled(outcomes), told)


def _happening(
    sentence: Sentence, streak: Streak, latest: Level, said: tuple[Decimal, Token] | None
) -> Iterator[tuple[Event, TimePeriod | None]]:
    """What may go on, with the last time that it did."""
    is_over = _is_over(sentence, streak.first)
    for level in [latest] if is_over else levels_at_end(sentence, streak.first, latest):
        ended = (_until(sentence, level) or _ended_before(sentence, streak, level)) if is_over else level.point.time
        stays = [_stays(sentence, level, *said)] if said else []
        goes = [] if said and not _is_still(sentence, streak) else events(sentence, level, streak.first)
        for event in (*stays, *goes):
            yield event, ended


def _is_still(sentence: Sentence, streak: Streak) -> bool:
    """Whether it says that nothing changed: 'het vierde kwartaal op rij onveranderd op 3,6 procent', or the third."""
    clause = clause_tokens(sentence, streak.first)
    return any(each in clause for each, _ in direction_words(sentence))


def _is_of_country(sentence: Sentence, token: Token) -> bool:
    """Whether it is said of all parts: 'ook al werd het landelijk voor de derde keer op rij korter'."""
    return any(each.word == "landelijk" for each in clause_tokens(sentence, token))


def _of_all(sentence: Sentence, near: Sequence[Level]) -> Iterator[Level]:
    for each in near:
        whole = Subject(each.point.subject.series)
        value = sentence.facts.value(whole, each.point.time)
        if value is not None:
            yield Level(Point(whole, each.point.periods), value)


def _of_changes(sentence: Sentence) -> Iterator[Level]:
    """The levels to which the changes went that are shown: 'voor het vierde jaar op rij, ditmaal met D'."""
    for meaning in sentence.meanings:
        later = meaning.later if meaning.is_change and meaning.rise is not None else None
        value = sentence.facts.value(later.subject, later.time) if later else None
        if later is not None and value is not None:
            yield Level(later, value)


def _is_over(sentence: Sentence, first: Token) -> bool:
    """'na (een daling van) vier kwartalen op rij': it was so up to the last time."""
    own = sentence.clauses.number(first)
    before = [each for each in sentence.tokens[: first.index] if sentence.clauses.number(each) == own]
    words = [each.word for each in before if each.kind is not Kind.MARK]
    is_short = len(words) <= _OPENING and all(each.kind is not Kind.TIME for each in before)
    return words[-1:] == [_AFTER] or (words[:1] == [_AFTER] and is_short and "voor" not in words)


def _until(sentence: Sentence, level: Level) -> TimePeriod | None:
    """Up to when it was so: 'na drie jaar van groei op rij loopt het sinds 2021 terug'."""
    since = [each for each in sentence.times() if sentence.is_since(each)]
    named = [period for each in since[:1] for period in sentence.named(each) if period.kind == level.kind]
    return next((each for each in named if each.end < level.point.time.end), None)


def _ended_before(sentence: Sentence, streak: Streak, level: Level) -> TimePeriod | None:
    """The last time of what came before: so many back as goes on since, of 'nam na drie … voor de tweede keer toe'."""
    others = (_streak_at(sentence, each) for each in sentence.tokens if each is not streak.first)
    since = next((each.count for each in others if each), 1)
    period: TimePeriod | None = level.point.time
    for _ in range(since):
        period = None if period is None else before(period)
    return period


def _level_after(sentence: Sentence, last: Token) -> tuple[Decimal, Token] | None:
    """The level of 'vier kwartalen op rij op F', typed or a figure, with its last word."""
    behind = sentence.tokens[last.index + 1 :][:2]
    if len(behind) < 2 or behind[0].word not in _AT:
        return _level_kept(sentence, last)
    value = sentence.meaning(behind[1]).value if behind[1] in sentence.levels else None
    return (value, behind[1]) if value is not None else border_after(sentence, behind[0])


def _level_kept(sentence: Sentence, last: Token) -> tuple[Decimal, Token] | None:
    """Of 'voor het vierde kwartaal op rij kwam het uit op F', where nothing says that it rose or fell, that level."""
    own = sentence.clauses.number(last)
    clause = sentence.clauses.at(own)
    if any(sign and each in clause for each, sign in direction_words(sentence)) or any(map(sentence.compares, clause)):
        return None
    if (border := border_said(sentence)) is not None and border[2] in clause:
        return None
    typed = [each for each in clause if each.index > last.index and each.kind is Kind.NUMBER]
    if len(typed) == 1 and sentence.before(typed[0], 2) in _STILL_AT:
        return border_after(sentence, sentence.tokens[typed[0].index - 1])
    figures = [each for each in sentence.levels if sentence.clauses.number(each) == own and each.index > last.index]
    if len(figures) != 1 or sentence.before(figures[0], 1) != ["op"]:
        return None
    value = sentence.meaning(figures[0]).value
    return None if value is None else (value, figures[0])


def _stays(sentence: Sentence, level: Level, said: Decimal, last: Token) -> Event:
    """'vier kwartalen op rij van 3,6 procent': so much at a time, rounded as it is typed; just so much as a figure."""
    if last.kind is Kind.FIGURE:
        return lambda period: None if (value := _value(sentence, level, period)) is None else value == said
    number = last if last.kind is Kind.NUMBER else sentence.tokens[last.index - 1]
    scale = lexicon.SCALES.get(last.word, 1)
    off = step_of(number.text) * scale / 2 if number.kind is Kind.NUMBER else Decimal(scale) / 2

    def event(period: TimePeriod) -> bool | None:
        value = _value(sentence, level, period)
        return None if value is None else abs(value - said) <= off

    return event


def settled(outcomes: Sequence[bool | None]) -> bool | None:
    """True where the best reading is; false where all are."""
    if outcomes and outcomes[0]:
        return True
    return False if outcomes and all(each is False for each in outcomes) else None


def to_border(sentence: Sentence, last: Token) -> Token:
    """The last word of a claim: of one about a border that number."""
    said = border_said(sentence)
    is_of_it = said is not None and _is_of_border(sentence, last, said[2])
    return max(last, said[2], key=lambda each: each.index) if said and is_of_it else last


def end_of(level: Level) -> int:
    return level.point.time.end.toordinal()


def _count(event: Event, last: TimePeriod | None) -> tuple[int, bool]:
    """How many times in a row it was so up to a time, and whether it is known that it was not before that."""
    count = 0
    period = last
    while period is not None:
        outcome = event(period)
        if not outcome:
            return count, outcome is not None
        count, period = count + 1, before(period)
    return count, False


# --- What happens -------------------------------------------------------------------------------------------


def events(sentence: Sentence, level: Level, token: Token) -> list[Event]:
    """What a sentence may say of each time, the likeliest first: above a border, more than before or a year before."""
    said = border_said(sentence)
    if said is not None and _is_of_border(sentence, token, said[2]):
        sign, border, _ = said
        return [lambda period: _beyond(sentence, level, period, sign, border)]
    told = _told(sentence, token)
    is_of_growth = any(growth_noun(sentence, each) is not None for each, _ in told[:1])
    signs = list(dict.fromkeys(sign for _, sign in told))
    going = _growing if sentence.facts.is_change(level.point.subject.series) and not is_of_growth else _going
    found = [going(sentence, level, sign, before) for sign in signs]
    if level.kind != "jaar" and _YEAR_BEFORE.search(sentence.reading.text.casefold()):
        found = [*(going(sentence, level, sign, TimePeriod.year_before) for sign in signs), *found]
    return found


def _going(sentence: Sentence, level: Level, sign: int, earlier: Callable[[TimePeriod], TimePeriod | None]) -> Event:
    return lambda period: _changed(sentence, level, period, earlier(period), sign)


def _growing(sentence: Sentence, level: Level, sign: int, _: Callable[[TimePeriod], TimePeriod | None]) -> Event:
    """Of figures that say themselves how much something grew."""
    return lambda period: None if (value := _value(sentence, level, period)) is None else value * sign > 0


def _value(sentence: Sentence, level: Level, period: TimePeriod | None) -> Decimal | None:
    return None if period is None else sentence.facts.value(level.point.subject, period)


def _beyond(sentence: Sentence, level: Level, period: TimePeriod, sign: int, border: Decimal) -> bool | None:
    value = _value(sentence, level, period)
    return None if value is None else (value - border) * sign > 0


def _changed(
    sentence: Sentence, level: Level, period: TimePeriod, earlier: TimePeriod | None, sign: int
) -> bool | None:
    one, other = _value(sentence, level, earlier), _value(sentence, level, period)
    return None if one is None or other is None else (other - one) * sign > 0


def _told(sentence: Sentence, token: Token) -> list[tuple[Token, int]]:
    """Which way it went by the words of direction, or else of comparison: those of the clause of a word first."""
    told = [(each, sign) for each, sign in direction_words(sentence) if sign]
    told += [
        (each, lexicon.COMPARISONS[each.word])
        for each in sentence.tokens
        if sentence.compares(each) and not _is_beside_other(sentence, each)
    ]
    own = sentence.clauses.number(token)
    return sorted(
        told, key=lambda each: (abs(sentence.clauses.number(each[0]) - own), abs(each[0].index - token.index))
    )


def _is_of_border(sentence: Sentence, token: Token, border: Token) -> bool:
    """Whether what goes on is being beyond a border: not of 'is voor de derde keer gedaald en ligt onder de 90'."""
    own = sentence.clauses.number(token)
    goes = any(sign and sentence.clauses.number(each) == own for each, sign in direction_words(sentence))
    is_clause = clause_tokens(sentence, token)[1].word in _THAT
    return not (goes or is_clause) or sentence.clauses.number(border) == own


def _is_beside_other(sentence: Sentence, token: Token) -> bool:
    """Whether it compares with what is no time: 'meer werklozen dan vacatures'."""
    base = base_of(sentence, token)
    is_other = base is not None and bool(base.tokens) and not base.of_kind(Kind.TIME)
    return is_other and not _YEAR_BEFORE.search(" ".join(each.text for each in base.tokens) if base else "")


def border_said(sentence: Sentence) -> tuple[int, Decimal, Token] | None:
    """'boven de 50', 'onder een miljoen', 'meer dan 1.000': a border in digits or words, with its last word."""
    for token in sentence.tokens:
        sign = change_words.SIDES.get(token.word) or (
            lexicon.COMPARISONS.get(token.word, 0) if sentence.after(token, 1) == ["dan"] else 0
        )
        if sign and (border := border_after(sentence, token)) is not None:
            return sign, *border
    return None


def border_after(sentence: Sentence, token: Token) -> tuple[Decimal, Token] | None:
    """The number that follows 'boven (de grens van) de' or 'meer dan', with its last word."""
    for each in sentence.tokens[token.index + 1 :][:5]:
        count = cardinal(each.word) if each.kind is Kind.WORD and each.word != "een" else None
        if each.kind is Kind.NUMBER or count is not None:
            base = read_number(each.text) if count is None else count
            following = sentence.tokens[each.index + 1 :][:1]
            if following and following[0].word in lexicon.SCALES:
                return base * lexicon.SCALES[following[0].word], following[0]
            return base, each
        if each.word in lexicon.SCALES:
            return Decimal(lexicon.SCALES[each.word]), each
        if each.word not in ("dan", "de", "het", "een", "grens", "van", "drempel"):
            return None
    return None
