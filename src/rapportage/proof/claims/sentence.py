"""A sentence with what is asked of it by all that reads claims in it: tokens, clauses, what its figures are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import MONTHS, period_name
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.binding import Clauses
from rapportage.proof.claims.facts import Facts, Meaning, meaning_of
from rapportage.proof.claims.names import Vocabulary
from rapportage.proof.claims.reading import Kind, Reading, Token
from rapportage.proof.claims.stretches import FigureInText
from rapportage.proof.claims.verdict import ClaimKind, Outcome, Verdict

_SEASON = r"(?:voorjaar|najaar|zomer|winter) van"
_START = (
    r"(?:begin|start|aanvang|invoering|waarnemingen|metingen|meting|telling|reeks|piek|top|hoogtepunt|dieptepunt|dal)"
    r" (?:van|in)"
)
_FIRST_OF = r"(?:eerste|tweede|derde) (?:en|of)"
"""Of 'sinds het eerste of tweede kwartaal' both are since when."""
_YEAR = "(?:basis|record|top|piek|crisis|corona|dal)jaar"
_DETERMINER = f"het|de|een|die|dat|dezelfde|zelfde|eind|begin|heel|hele|maand|periode|medio|{_YEAR}|in"
_ARTICLE = rf"{_SEASON}|{_START}|{_FIRST_OF}|{_DETERMINER}"
_ARTICLES = rf"(?:(?:{_ARTICLE})\s+)*$"
_THE = r"(?:(?:de|het|deze|dit|onze|hun)\s+)?"
_BEGINNING = rf"(?:bij|aan)\s+(?:het|de)\s+(?:begin|start|aanvang)\s+van\s+{_THE}[\w-]+,?\s+\(?"
_BASE = re.compile(
    r"(?:\b(?:dan|als)(?:\s+(?:in|op|over|tijdens|van|uit|bij))?|\bten opzichte van|\bt\.o\.v\.|\bvergeleken met|"
    rf"\bvergelijking met|\bniveau van|\bgelijk aan(?:\s+(?:van|in))?"
    r"|\b(?:drie)?dubbele van"
    rf"|\b(?:dan|met|aan|als|boven|onder|van) (?:die|dat) van|\b(?:dan|als)\s+{_BEGINNING})\s*{_ARTICLES}",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\bzowel\b[^.;]*\bals\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_AS_NEVER = re.compile(
    rf"\b(?:nooit|nergens|niet eerder|geen)\b[^.;:]*\bzo(?:veel|\s+\w+)\b[^.;:]*\bals\s+{_ARTICLES}", re.IGNORECASE
)
"""'Nooit waren het er zo veel als in T': that is when the figure is of."""
_ONLY = re.compile(rf"\b(?:alleen|enkel|slechts|behalve|uitgezonderd)\s+{_ARTICLES}", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:dan(?!\s+(?:gemiddeld|verwacht|ooit|voorheen|eerst|normaal|nu)\b)|tegenover|behalve|op tegen)"
    r"\s+(?:[\w-]+\s+){0,6}$",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"\b(?:na|zoals)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_EVENT = rf"(?:het|de)\s+\w+\s+van\s+{_THE}(?:[\w-]+e\s+)?[\w-]+,?\s+\(?"
"""'het begin van de cijferreeks': what since its time is told of."""
_SINCE = re.compile(rf"\b(?:sinds|vanaf)\s+(?:{_EVENT})?{_ARTICLES}", re.IGNORECASE)
_FIRST_SINCE = re.compile(rf"\bvoor het eerst (?:\w+ )?(?:sinds|vanaf)\s+{_ARTICLES}", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:tot en met|t/m|tot)\s+{_ARTICLES}", re.IGNORECASE)
_NO_TIME = re.compile(
    r"(?:\w*(?:wet|verdrag|besluit|regeling|akkoord|nota|motie|verordening|richtlijn|prognose|raming|protocol)\w*|doel\w*|"
    r"\bafspraak)\s+(?:van\s+|uit\s+|voor\s+|in\s+)?$|\b(?:na|door|dankzij|vanwege|wegens|voor|vóór)\s+(?:[^\W\d]+\s+){0,3}$"
    r"|\bna\s+(?:een|de|het|die)\s+(?:\w+\s+)?\w*(?:ing|name|loop|val|groei|krimp|piek|dip|dal)\s+(?:in|van|over|tijdens)"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"die|dat|waar\w*|wie|(?:in|uit|af|aan|op|toe|om|over|door|voor)?ge\w+(?:d|t|en)|(?:be|ver|ont|her)\w{3,}[dt]"
)
"""With which a clause begins that says more about a noun: ', opgericht in 2002,'."""
_LAST = re.compile(rf"\bvoor het laatst(?: was)?\s+{_ARTICLES}|\bterug\s+(?:naar|tot|in)\s+{_ARTICLES}", re.IGNORECASE)
_LAST_THAT = re.compile(r"\b(?:het laatst|(?:de )?laatste (?:keer|maal)) (?:dat|waarop|toen)\b", re.IGNORECASE)
_WAS = re.compile(rf"\b(?:was|is|dateert)\s+{_ARTICLES}", re.IGNORECASE)
_DAY = re.compile(
    rf"(?:\d{{1,2}}\s*(?:tot en met|t/m|tot|en|of|–|-)\s*)?\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"(?<!\bdan )\bverwacht(?!ing)\w*"
    r"|\b(?:voorspel\w*|zal|zullen|zou|zouden|kan|kunnen|\w*raming\w*|geraamd\w*|\w*prognose\w*|streef\w*|streven|moet|moeten|"
    r"indien|mogelijk|wil|willen|beoogd\w*|doelstelling\w*)\b",
    re.IGNORECASE,
)
_LISTED = frozenset(lexicon.words("de het en of , ( ) provincie gemeente sector groep regio"))
_LEAD = 60
_OPENING = (",", "(", "–", "—")


class Sentence:
    """Made once for every sentence.

    `earlier` is what the figures of the sentences before are, in the same text. Of one without figures `following` is
    the next, if that has any.
    """

    def __init__(
        self,
        reading: Reading,
        known: Vocabulary,
        facts: Facts,
        earlier: Sequence[Meaning] = (),
        following: Reading | None = None,
    ) -> None:
        self.reading = reading
        self.known = known
        self.facts = facts
        self.earlier = earlier
        self.next = following
        self.tokens = reading.tokens(known)
        self._words = [token.word for token in self.tokens]
        self.clauses = Clauses.of(self.tokens)
        self.figures = [token for token in self.tokens if token.kind is Kind.FIGURE]
        self._meanings = {token.index: meaning_of(token.figure) for token in self.figures if token.figure}

    def with_written(self) -> Sentence:
        """In which words that an expression wrote are figures as well: a time or name beside them is to be theirs."""
        if not self.reading.written:
            return self
        return Sentence(self.reading.with_written(), self.known, self.facts, self.earlier, self.next)

    def with_figures(self, figures: Sequence[tuple[int, int, FigureInText]]) -> Sentence:
        """In which numbers that somebody typed are the figures that they are."""
        return Sentence(self.reading.with_figures(figures), self.known, self.facts, self.earlier, self.next)

    # --- Looking around ---------------------------------------------------------------------------------

    def meaning(self, figure: Token) -> Meaning:
        return self._meanings[figure.index]

    @property
    def meanings(self) -> list[Meaning]:
        return list(self._meanings.values())

    def words(self, start: int, end: int) -> list[str]:
        """The words from one place to another among the tokens, in small letters."""
        return self._words[start if start > 0 else 0 : end if end > 0 else 0]

    def before(self, token: Token, count: int) -> list[str]:
        return self.words(token.index - count, token.index)

    def after(self, token: Token, count: int) -> list[str]:
        return self.words(token.index + 1, token.index + 1 + count)

    def lead(self, token: Token) -> str:
        """The text right before a token."""
        return self.reading.text[max(0, token.start - _LEAD) : token.start]

    def clause_of(self, token: Token) -> str:
        """The text of the clause that a token is in."""
        number = self.clauses.number(token)
        return " ".join(each.text for each in self.clauses.at(number))

    def nearest(self, token: Token, figures: Sequence[Token]) -> list[Token]:
        """The figures in the order in which a word is about them: those of its own clause first."""
        own = self.clauses.number(token)
        return sorted(figures, key=lambda each: (abs(self.clauses.number(each) - own), abs(each.index - token.index)))

    @property
    def following(self) -> list[Meaning]:
        """What the figures of the next sentence are."""
        return [meaning_of(figure) for *_, figure in self.next.figures] if self.next else []

    @property
    def levels(self) -> list[Token]:
        """The figures that are of one thing at one time."""
        return [each for each in self.figures if self.meaning(each).is_level and self.meaning(each).point]

    def compares(self, token: Token) -> bool:
        """Whether a word says more or less; the 'hoger' of 'hoger onderwijs' does not."""
        is_name = " ".join([token.word, *self.after(token, 1)]) in lexicon.NO_COMPARISONS
        return token.word in lexicon.COMPARISONS and not is_name

    # --- Times ----------------------------------------------------------------------------------------------

    def times(self) -> Iterator[Token]:
        return (token for token in self.tokens if token.kind is Kind.TIME)

    def is_base(self, token: Token) -> bool:
        """Whether it is what something is compared with: 'dan in mei', 'dan op het vwo'."""
        lead = self.lead(token)
        return bool(_BASE.search(lead)) and not (_BOTH.search(lead) or self._is_as_never(token))

    def _is_as_never(self, token: Token) -> bool:
        """Whether it is the time of a record: 'nooit zo veel als in T'."""
        return bool(_AS_NEVER.search(self.reading.text[: token.start]))

    def is_compared(self, token: Token) -> bool:
        """Whether a name is further on in what something is compared with, or taken out: 'dan jongeren van …'."""
        return self._is_set_apart(token) or bool(
            _COMPARED.search(self.lead(token)) or _BESIDES.search(self.lead(token))
        )

    def _is_set_apart(self, token: Token) -> bool:
        """Whether a name is one of those of 'op A, B en C na'."""
        ahead = dropwhile(self._is_listed, reversed(self.tokens[: token.index]))
        behind = dropwhile(self._is_listed, self.tokens[token.index + 1 :])
        return next((each.word for each in ahead), "") == "op" and next((each.word for each in behind), "") == "na"

    def _is_listed(self, token: Token) -> bool:
        return token.kind is Kind.PART or token.word in _LISTED

    def is_since(self, token: Token) -> bool:
        return bool(_SINCE.search(self.lead(token)))

    def is_first_since(self, token: Token) -> bool:
        """'voor het eerst sinds T': what was so then is so again, and T is no base."""
        return bool(_FIRST_SINCE.search(self.lead(token)))

    def is_until(self, token: Token) -> bool:
        return bool(_UNTIL.search(self.lead(token))) and not self._is_aside(token)

    def is_last(self, token: Token) -> bool:
        """Whether it is when something was so for the last time: 'voor het laatst in T', 'terug naar T'."""
        lead = self.lead(token)
        return bool(_LAST.search(lead) or (_WAS.search(lead) and _LAST_THAT.search(self.reading.text[: token.start])))

    def has_own_figure(self, token: Token) -> bool:
        """Whether a figure in brackets is right behind it: 'week 42 (F)'."""
        following = self.tokens[token.index + 1 : token.index + 4]
        return [each.text for each in following[::2]] == ["(", ")"] and following[1].kind is Kind.FIGURE

    def is_at(self, token: Token, *, of_clause: bool = False) -> bool:
        """Whether it says when something was: no day, no law, no end of a time.

        What else happened ('terwijl in mei …') is of no figure, but that is when it happened (`of_clause`).
        """
        lead = self.lead(token)
        others = (_SINCE, _UNTIL, _NO_TIME) if self._is_as_never(token) else (_BASE, _SINCE, _UNTIL, _NO_TIME)
        is_other = any(each.search(lead) for each in others) or _DAY.match(token.text) or self.is_last(token)
        is_other = is_other or self._is_exception(token)
        return not (is_other or (not of_clause and self._is_aside(token)))

    def _is_exception(self, token: Token) -> bool:
        """'Alleen in T waren het er meer dan F': what is compared with a figure of another time."""
        return bool(_ONLY.search(self.lead(token))) and any(self.compares(each) for each in self.tokens)

    def _is_aside(self, token: Token) -> bool:
        """Whether it is in a clause without figures that says what else happened: 'nadat in maart …', ', die …'."""
        own = self.clauses.at(self.clauses.number(token))
        words = [each for each in own if each.kind is not Kind.MARK]
        is_more = own[0].text in _OPENING and bool(_MORE.fullmatch(words[0].word))
        return (words[0].word in lexicon.SUBORDINATE or is_more) and not any(each.kind is Kind.FIGURE for each in own)

    def named(self, token: Token, figure: Token | None = None) -> list[TimePeriod]:
        """The periods that a time can be: those of one that counts back do so from others."""
        if token.moment is None:
            return []
        if not token.moment.is_relative:
            return token.moment.periods(self.reading.near)
        told = [self.meaning(each) for each in self.figures if each is not figure]
        known = [point.time for each in (*self.earlier, *told) if (point := each.point or each.later)]
        starts = dict.fromkeys((*reversed(known), self.reading.near))
        return [period for near in starts for period in token.moment.periods(near)]

    def has_start(self, token: Token, figure: Token) -> bool:
        """Whether the text has another figure that a time can count back from."""
        return bool(self.earlier) or any(each is not figure for each in self.figures)

    def is_ahead(self, token: Token) -> bool:
        """Whether its clause is about what may come, or must; not where a series is called so: 'verwachte sterfte'."""
        said = (found[0].casefold() for found in _FUTURE.finditer(self.clause_of(token)))
        return any(not self.known.series_words.of(word, widely=False) for word in said) or self._is_later(token)

    def _is_later(self, token: Token) -> bool:
        """Whether its clause is of a year after that of the report: 'in 2030 zijn er'."""
        number, year = self.clauses.number(token), self.reading.near.end.year
        own = (each for each in self.times() if self.clauses.number(each) == number and each.moment)
        return any((each.moment.year or 0) > year for each in own if each.moment and each.moment.is_bare)

    def is_denied(self, token: Token) -> bool:
        near = [*self.before(token, 3), *(word for word in self.after(token, 2) if word in ("niet", "geen"))]
        return any(word in lexicon.NEGATIONS for word in near)

    # --- Verdicts -------------------------------------------------------------------------------------------

    def verdict(self, kind: ClaimKind, first: Token, last: Token, holds: bool | None, truth: str = "") -> Verdict:
        """On the words from one token to another; None where the data can't tell."""
        outcome = Outcome.OPEN if holds is None else Outcome.TRUE if holds else Outcome.FALSE
        words = " ".join(self.reading.text[first.start : last.end].split())
        return Verdict(kind, words, first.start, last.end, outcome, truth if outcome is Outcome.FALSE else "")


def times_told(meaning: Meaning) -> str:
    """When a figure is of: 'mei 2020', 'mei 2020 en mei 2019'."""
    return " en ".join(dict.fromkeys(period_name(point.time) for point in meaning.points if point.periods))
