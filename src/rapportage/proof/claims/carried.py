"""A figure without words of its own: of 'F woningen kwamen gereed, tegen F in 2023' the second counts the same."""

from __future__ import annotations

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_scope import are_kin, own_clause, series_of

_LEADS = frozenset(("tegen", "na", "er"))
_EMPTY = (
    lexicon.PREPOSITIONS
    | lexicon.AUXILIARIES
    | lexicon.EMPTY
    | frozenset(lexicon.words("er dat dit nog toen eerder geleden ervoor daarvoor eerste laatste tweede derde vierde"))
)


def carried(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    before = [each for each in sentence.levels if each.index < figure.index]
    lead = (sentence.before(figure, 1) or [""])[0]
    if not before or lead not in _LEADS or not _is_bare(sentence, figure):
        return None
    one, other = sentence.meaning(before[-1]), sentence.meaning(figure)
    if one.point is None or other.point is None or own_clause(sentence, before[-1]) == own_clause(sentence, figure):
        return None
    series, own = one.point.subject.series, other.point.subject.series
    if not series or not own or series == own or one.unit != other.unit or are_kin(sentence, series, own):
        return None
    words = [each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART)]
    of = [series_of(sentence, each) for each in words]
    is_about = any(series in each and own not in each for each in of)
    is_said = any(own in each and series not in each for each in of)
    return (figure, own, series) if is_about and not is_said else None


def _is_bare(sentence: Sentence, figure: Token) -> bool:
    """Whether its clause says only when it was."""
    number = own_clause(sentence, figure)
    clause = [each for each in sentence.tokens if sentence.clauses.number(each) == number and each is not figure]
    unit = sentence.meaning(figure).unit.split()
    marks = (Kind.TIME, Kind.MARK)
    is_time = ("jaar", "maand", "kwartaal", "week", "maanden", "weken", "kwartalen", "halfjaar", *lexicon.CARDINALS)
    return all(each.kind in marks or each.word in _EMPTY or each.word in (*unit, *is_time) for each in clause)
