"""How a growth itself went, of figures that say how much grew: 'de omzetgroei zwakte af', 'de inflatie daalde'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.base_values import base_value
from rapportage.proof.claims.evidence import Change, looked_up, pairs, side_of, with_earlier
from rapportage.proof.claims.facts import before
from rapportage.proof.claims.lookups import clause_tokens, has_other_start, series_named
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_OWN_SUBJECT = frozenset(lexicon.words("de het een er dat die dit deze zij ze hij"))
_DETERMINERS = frozenset(lexicon.words("de het deze die dat dit een"))
_SUBJECT_BEHIND = (["de"], ["deze"], ["onze"])
_TO = (["tot"], ["naar"])
"""Before the figure that a growth went to."""


def is_growth(sentence: Sentence, figure: Token) -> bool:
    point = sentence.meaning(figure).point
    return point is not None and sentence.facts.is_change(point.subject.series)


def growth_noun(sentence: Sentence, token: Token) -> Token | None:
    """The noun of growth that a word of direction is said of: 'de omzetgroei' of 'zwakte af'; of no preposition.

    A clause without a subject of its own goes on about that of the one before: 'De groei (F) zwakte af'.
    """
    own = sentence.clauses.number(token)
    clause = clause_tokens(sentence, token)
    here = [each for each in clause if each is not token and _is_subject(sentence, each)]
    if here:
        return min(here, key=lambda each: abs(each.index - token.index))
    if sentence.after(token, 1)[:1] in _SUBJECT_BEHIND:
        return None  # 'een jaar eerder kromp de economie'
    ahead = sentence.words(clause[0].index - 1, token.index - (sentence.before(token, 1) == ["een"]))
    if any(word in _OWN_SUBJECT and of not in lexicon.PREPOSITIONS for of, word in pairwise(ahead)):
        return None
    earlier = [each for each in sentence.tokens[: token.index] if sentence.clauses.number(each) < own]
    return next((each for each in reversed(earlier) if _is_subject(sentence, each)), None)


def _is_subject(sentence: Sentence, token: Token) -> bool:
    if token.kind is not Kind.WORD or not token.word.endswith(change_words.GROWTHS):
        return False
    ahead = sentence.before(token, 3)
    while ahead and (ahead[-1] in _DETERMINERS or ahead[-1].endswith("e")):
        ahead = ahead[:-1]
    return not ahead or ahead[-1] not in lexicon.PREPOSITIONS


def of_growth(sentence: Sentence, token: Token) -> list[Change] | None:
    """The changes of a growth that a word is about; None where it is about what grew, or may be."""
    noun = growth_noun(sentence, token)
    figures = [each for each in sentence.nearest(token, sentence.levels) if is_growth(sentence, each)]
    is_of_pace = token.word in change_words.PACES or token.word in change_words.PACE_VERBS
    if noun is None and not (is_of_pace and figures):
        return None
    if not figures:
        is_noun = token.word.endswith(change_words.NOUN_ENDS)
        is_plain = noun is not None and noun.word.endswith(tuple(change_words.NOUNS))
        return None if is_noun or not is_plain else _since_before(sentence)
    way = -1 if noun is not None and _is_fall(noun) else 1
    return [_in_points(each, way) for each in _changes(sentence, token, figures)]


def _since_before(sentence: Sentence) -> list[Change]:
    """Of a sentence without figures how the growth went on that the one before it is about."""
    earlier = sentence.earlier[-1] if sentence.earlier and not sentence.figures else None
    point, previous = (earlier.point, before(earlier.point.time)) if earlier and earlier.point else (None, None)
    if point is None or previous is None or not sentence.facts.is_change(point.subject.series):
        return []
    then, now = (looked_up(sentence.facts, point.subject, each) for each in (previous, point.time))
    return [_in_points(Change.of(then, now), 1)] if then and now else []


def growths(sentence: Sentence, token: Token) -> list[Change]:
    """What changed is itself a growth, perhaps: 'de groei daalde van F naar F'."""
    named = series_named(sentence, clause_tokens(sentence, token))
    if named and not any(sentence.facts.is_change(each) for each in named):
        return []  # 'de groei zwakte af, van F naar F, terwijl de werkloosheid opliep'
    own = [each for each in clause_tokens(sentence, token) if each in sentence.levels]
    if own and not any(is_growth(sentence, each) for each in own):
        return []  # 'terwijl de uitvoer toenam van F naar F'
    figures = [each for each in sentence.levels if is_growth(sentence, each)]
    return [_in_points(Change.of(*pair), 1) for pair in pairs(sentence, figures, token)]


def _is_fall(noun: Token) -> bool:
    return any(noun.word.endswith(word) for word, sign in change_words.NOUNS.items() if sign < 0)


def _in_points(change: Change, way: int) -> Change:
    """How much a growth changed is so many points; 'de krimp nam toe' where it went further down."""
    turned = change.turned() if way < 0 and change.is_below else change
    return replace(turned, percent=None, is_of_growth=True)


def _changes(sentence: Sentence, token: Token, figures: Sequence[Token]) -> list[Change]:
    end = _end(sentence, token, figures)
    if end is None:
        return [Change.of(*pair) for pair in pairs(sentence, figures, token)] or _since(sentence, token, figures[0])
    own, point = sentence.clauses.number(token), sentence.meaning(end).point
    shown = [pair for pair in pairs(sentence, figures, token) if pair[1].point == point]
    beside = [each for each in figures if each is not end and sentence.clauses.number(each) == own]
    found = [Change.of(*pair) for pair in shown]
    if found and not beside:  # 'nam af naar F, tegen F een jaar eerder': or from the quarter before
        return [*found, *_since_previous(sentence, end)]
    return found or _since(sentence, token, end)


def _end(sentence: Sentence, token: Token, figures: Sequence[Token]) -> Token | None:
    """Where a growth went to, where the clause of the word has one such figure: 'nadat die was opgelopen tot F'."""
    own = sentence.clauses.number(token)
    ends = [each for each in figures if sentence.clauses.number(each) == own and sentence.before(each, 1) in _TO]
    return ends[0] if len(ends) == 1 else None


def _since(sentence: Sentence, token: Token, figure: Token) -> list[Change]:
    """How a growth went to a figure: from what the sentence compares it with, or from the period before."""
    meaning, side = sentence.meaning(figure), side_of(sentence, figure)
    if side is None or meaning.point is None:
        return []
    if (base := base_value(sentence, figure, token)) is not None:
        return [Change.of(base, side)]
    if (pair := with_earlier(meaning, sentence.earlier)) is not None:
        return [Change.of(*pair)]
    return [] if has_other_start(sentence) else _since_previous(sentence, figure)


def _since_previous(sentence: Sentence, figure: Token) -> list[Change]:
    """How a growth went to a figure from the period before that."""
    point, side = sentence.meaning(figure).point, side_of(sentence, figure)
    previous = before(point.time) if point else None
    base = looked_up(sentence.facts, point.subject, previous) if point and previous else None
    return [Change.of(base, side)] if base and side else []
