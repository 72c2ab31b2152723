"""What a clause without figures is about: series and parts by their names, its times, and how the data say it went."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.evidence import Change, Side, looked_up, pairs
from rapportage.proof.claims.facts import Facts, Point, Subject, before
from rapportage.proof.claims.morphology import ends_as, same_word
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.said_aside import aside_of
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.when import fits

_THEN = 5
"""So many words after a noun its time may come."""
_IN = frozenset(("in", "van", "over", "tijdens", "gedurende"))
_LEAST_NOUN = 5
_NO_NOUNS = frozenset(
    lexicon.words("eerste laatste waren worden wordt onder tegen tussen zonder jonger ouder ander andere nieuwe totale")
)
"""Words of titles that say too little to know a series by, as do the shorter ones."""
Span = tuple[TimePeriod, TimePeriod]
"""When something was, and when it is compared with."""
_A_YEAR = re.compile(
    r"\b(?:op jaarbasis|(?:in|binnen) (?:een|één) jaar(?: tijd)?|jaar[- ]op[- ]jaar|dan vorig jaar"
    r"|in twaalf maanden)\b",
    re.IGNORECASE,
)
_A_PERIOD = re.compile(
    r"\b(?:(?:maand|kwartaal|week)[- ]op[- ](?:maand|kwartaal|week)|op (?:maand|kwartaal|week)basis"
    r"|in (?:een|één) (?:maand|kwartaal|week) tijd|(?:in één|binnen (?:een|één)) (?:maand|kwartaal|week))\b",
    re.IGNORECASE,
)
_THREE_MONTHS = re.compile(r"\b(?:in|binnen) drie maanden\b", re.IGNORECASE)
_OTHER_START = re.compile(
    r"\b(?:sinds|vanaf|jaren|decennia|jarenlang|destijds|eerder|aanvankelijk|eerst|lange|langzaam|ooit|gestaag|onafgebroken|voortdurend|steeds|jaarlijks|historisch\w*"
    r"|geleidelijk|inmiddels|intussen|tussentijds|daarna|vervolgens|toen|structureel|altijd|vaak|soms|doorgaans|meestal)\b",
    re.IGNORECASE,
)
"""With which nobody can tell what it is compared with."""


def clause_tokens(sentence: Sentence, token: Token) -> Sequence[Token]:
    return sentence.clauses.at(sentence.clauses.number(token))


# --- What it is about --------------------------------------------------------------------------------------


def series_named(sentence: Sentence, tokens: Iterable[Token]) -> list[str]:
    """The series of which the whole title, or the name in the file, is said; not those within a longer title."""
    words = [each.word for each in tokens if each.kind in (Kind.WORD, Kind.PART)]
    found = sentence.known.in_full.said_in(words)
    titles = sentence.known.titles
    by_title = {id for id in found if not any(titles[id] < titles[other] for other in found)}
    return sorted(by_title.union(word for word in words if word in titles))


def series_apart(sentence: Sentence, tokens: Iterable[Token]) -> set[str]:
    """The series that are named and that no figure is of, by more than words of those: 'studenten' names none."""
    own = {point.subject.series for meaning in sentence.meanings for point in meaning.points}
    titles, words = sentence.known.in_full, [each.word for each in tokens if each.kind in (Kind.WORD, Kind.PART)]
    said = {id for word in words if own.isdisjoint(found := titles.with_word(word)) for id in found}
    named = set(series_named(sentence, tokens))
    return named & said if own.isdisjoint(named) else set()


def series_touched(sentence: Sentence, tokens: Iterable[Token]) -> set[str]:
    """The series of which any word of the title is said."""
    titles = sentence.known.in_full
    words = (each.word for each in tokens if each.kind in (Kind.WORD, Kind.PART))
    said = [word for word in words if len(word) >= _LEAST_NOUN and word not in _NO_NOUNS]
    known = (own for word in said for own in titles.of(word) if same_word(word, own) or ends_as(word, own))
    return {id for own in known for id in titles.with_word(own)}


def series_at(sentence: Sentence, figure: Token) -> set[str]:
    """The series that a figure is of."""
    return {point.subject.series for point in sentence.meaning(figure).points}


def subjects_named(sentence: Sentence, tokens: Sequence[Token]) -> list[Subject]:
    """The series that are named, or the part that is named of the series of the figures."""
    named = series_named(sentence, tokens)
    own = dict.fromkeys(subject.series for each in sentence.levels if (subject := sentence.meaning(each).subject))
    mentions = [each.mention for each in tokens if each.kind is Kind.PART and each.mention]
    if not mentions:
        return [Subject(id) for id in named]
    if len(mentions) > 1:
        return []
    found = []
    for id in named or own:
        known = sentence.known.names.get(id, frozenset())
        parts = [Part((name.dimension,), (name.name,)) for name in mentions[0].names if name in known]
        found += [Subject(id, part) for part in parts]
        is_of_title = any(each.word in sentence.known.titles[id] for each in tokens if each.kind is Kind.PART)
        if not parts and is_of_title:
            found.append(Subject(id, WHOLE))
    return found


# --- When ---------------------------------------------------------------------------------------------------


def spans(sentence: Sentence, token: Token) -> list[Span]:
    """The times that a word of change in a clause without figures can be about, the best first."""
    own = clause_tokens(sentence, token)
    bases = [each for each in own if _is_base(sentence, each)]
    ats = [each for each in own if each.kind is Kind.TIME and each not in bases and sentence.is_at(each)]
    shown = list(_shown(sentence, token))
    if not bases and not ats and shown:
        return shown
    bases = bases or [each for each in sentence.tokens if _is_base(sentence, each)]
    ats = ats or [each for each in sentence.times() if each not in bases and sentence.is_at(each)]
    laters = [later for each in ats[:1] for later in sentence.named(each)] or [later for later, _ in shown]
    laters = laters or [point.time for each in sentence.levels if (point := sentence.meaning(each).point)]
    if bases and bases[0].moment:
        moment = bases[0].moment
        return [
            (later, base)
            for later in laters
            for base in (moment.periods(later) if moment.is_relative else sentence.named(bases[0]))
            if base.end < later.end
        ]
    return [(later, base) for later in laters[:1] for base in usual_bases(sentence, later)]


def _is_base(sentence: Sentence, token: Token) -> bool:
    if token.kind is not Kind.TIME or token.moment is None:
        return False
    is_record = any(word in ("eerst", "meer") for word in sentence.before(token, 2))  # 'voor het eerst sinds juni'
    return sentence.is_base(token) or (sentence.is_since(token) and not is_record) or token.moment.is_relative


def _shown(sentence: Sentence, token: Token) -> Iterator[Span]:
    """The times of the changes that are shown, and of the pairs of figures."""
    for figure in sentence.nearest(token, sentence.figures):
        meaning = sentence.meaning(figure)
        if meaning.is_change and meaning.rise is not None:
            one, other = sorted((point.time for point in meaning.points), key=lambda time: time.end)
            yield other, one
    for earlier, later in pairs(sentence, sentence.levels, token):
        if earlier.point and later.point:
            yield later.point.time, earlier.point.time


def usual_bases(sentence: Sentence, later: TimePeriod) -> list[TimePeriod]:
    """With what a change is compared that does not say so: the period before, and the year before."""
    text = sentence.reading.text
    year, previous = later.year_before(), before(later)
    is_year, is_period = bool(_A_YEAR.search(text)), _says_period(text, later)
    told = [each for each, is_said in ((previous, is_period), (year, is_year)) if is_said or not (is_year or is_period)]
    return list(dict.fromkeys(each for each in told if each))


def _says_period(text: str, later: TimePeriod) -> bool:
    """'in een kwartaal tijd', and of a quarter 'in drie maanden'."""
    return bool(_A_PERIOD.search(text) or (later.kind == "kwartaal" and _THREE_MONTHS.search(text)))


def times_back(sentence: Sentence, later: TimePeriod) -> tuple[list[TimePeriod], bool]:
    """The same, and whether the sentence says which: 'in één kwartaal', 'in een jaar tijd'."""
    text = sentence.reading.text
    return usual_bases(sentence, later), bool(_A_YEAR.search(text)) or _says_period(text, later)


# --- How it went --------------------------------------------------------------------------------------------


def changes_named(sentence: Sentence, token: Token, *, is_of_growth: bool = False) -> list[Change]:
    """The changes that a word in a clause without figures can be about, by what is named there.

    A clause without times is about now where it says since when: 'in een week tijd'. What series say themselves that
    grew is that, and `is_of_growth` where the words are about how that growth went.
    """
    subjects = _subjects_of(sentence, token)
    when = spans(sentence, token) or list(_until_now(sentence))
    facts = sentence.facts
    grown = [] if is_of_growth else [each for each in subjects if facts.is_change(each.series)]
    values = [(each, value) for each in grown for later, _ in when if (value := facts.value(each, later)) is not None]
    found = [Change(value, value, facts.title(each.series)) for each, value in values]
    levels = [each for each in subjects if facts.is_change(each.series) == is_of_growth and each not in grown]
    return [*found, *(each for one in levels for each in _over(facts, one, when))]


def _subjects_of(sentence: Sentence, token: Token) -> list[Subject]:
    """What is named in the clause of a word, but for a cause: 'ondanks de lagere instroom nam de druk niet af'."""
    clause = clause_tokens(sentence, token)
    causes = set(series_named(sentence, aside_of(clause, token)))
    return [each for each in subjects_named(sentence, clause) if each.series not in causes]


def _until_now(sentence: Sentence) -> Iterator[Span]:
    near, text = sentence.reading.near, sentence.reading.text
    if _A_YEAR.search(text) or _A_PERIOD.search(text):
        yield from ((near, base) for base in usual_bases(sentence, near))


def is_over_time(sentence: Sentence, token: Token) -> bool:
    """Whether a clause without figures says between which times it is, or others that are shown do."""
    has_time = any(each.kind is Kind.TIME for each in clause_tokens(sentence, token))
    return has_time or not sentence.figures or any(True for _ in _shown(sentence, token))


def _over(facts: Facts, subject: Subject, when: Sequence[Span]) -> list[Change]:
    found = []
    for later, earlier in when:
        sides = looked_up(facts, subject, earlier), looked_up(facts, subject, later)
        if sides[0] and sides[1]:
            found.append(Change.of(sides[0], sides[1]))
    return found


def changes_implied(sentence: Sentence, figure: Token) -> list[Change]:
    """The changes of a figure from the period and the year before; none where one is not known, or others may be."""
    side, point = _level(sentence, figure), sentence.meaning(figure).point
    return implied(sentence, side, point) if side and point else []


def has_other_start(sentence: Sentence) -> bool:
    """Whether it went so from a time that nobody can tell: 'gestaag', 'al jaren'."""
    return bool(_OTHER_START.search(sentence.reading.text))


def implied(sentence: Sentence, side: Side, point: Point) -> list[Change]:
    """As `changes_implied`; of what went on 'gestaag' or 'sinds' some time, those from every time that is known."""
    if has_other_start(sentence):
        known = sentence.facts.known(point.subject, point.time.kind, point.time)
        return [
            Change.of(Side(value, number(value), Point(point.subject, (period,))), side)
            for period, value in reversed(known)
            if period.end < point.time.end
        ]
    bases = usual_bases(sentence, point.time)
    found = [each for base in bases if (each := looked_up(sentence.facts, point.subject, base))]
    return [Change.of(each, side) for each in found] if len(found) == len(bases) else []


def changes_then(sentence: Sentence, token: Token) -> list[Change]:
    """The changes at the time that comes right after a noun: 'na een daling in 2023', where no figure is of 2023."""
    time = next((each for each in sentence.tokens[token.index + 1 :][:_THEN] if each.kind is Kind.TIME), None)
    between = [] if time is None else sentence.tokens[token.index + 1 : time.index]
    if time is None or not between or between[0].word not in _IN or any(each.word == "tot" for each in between):
        return []
    if any(each.kind is not Kind.WORD for each in between) or _is_base(sentence, time):
        return []
    points = [point for meaning in sentence.meanings for point in meaning.points if point.periods]
    named = sentence.named(time)
    is_after = "na" in sentence.before(token, 3)  # 'na de daling in 2023' is of before what is shown
    if not points or (not is_after and any(fits(named, point) for point in points)):
        return []
    subjects = dict.fromkeys(point.subject for point in points)
    return [
        change
        for subject in subjects
        for later in named[:1]
        for change in _over(sentence.facts, subject, [(later, each) for each in usual_bases(sentence, later)])
    ]


def _level(sentence: Sentence, figure: Token) -> Side | None:
    meaning = sentence.meaning(figure)
    value, point = meaning.value, meaning.point
    return Side(value, figure.text, point) if value is not None and point and meaning.is_level else None
