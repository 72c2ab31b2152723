"""Words of direction ('steeg', 'nam niet toe', 'een daling', 'bleef vrijwel gelijk'), held against what changed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rapportage.figures.observation import Operation
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.announced import changes_announced
from rapportage.proof.claims.antecedents import changed_before
from rapportage.proof.claims.apart import introduces, is_elsewhere
from rapportage.proof.claims.base_values import base_value
from rapportage.proof.claims.claim_words import about
from rapportage.proof.claims.concessions import granted_level, is_granted_of_other
from rapportage.proof.claims.evidence import (
    Change,
    in_time,
    looked_up,
    of_deficits,
    outcome,
    pairs,
    side_of,
    with_earlier,
)
from rapportage.proof.claims.growths import growths, is_growth, of_growth
from rapportage.proof.claims.how_much import is_hardly, is_so_much, strongly_changed
from rapportage.proof.claims.lookups import (
    changes_implied,
    changes_named,
    changes_then,
    clause_tokens,
    series_named,
)
from rapportage.proof.claims.moves import denial, direction_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.since_then import since_shown, since_then
from rapportage.proof.claims.titles import alike
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_NO_NOUNS = (Kind.FIGURE, Kind.TIME, Kind.PART, Kind.NUMBER)


_ENDS = ([",", "tot"], [",", "naar"])
_LATER = frozenset(("daarna", "vervolgens", "nadien"))


def directions(sentence: Sentence, told: Sequence[Verdict]) -> Iterator[Verdict]:
    """Verbs, nouns and adjectives of direction, but for those within what is `told` already."""
    for token, sign in direction_words(sentence):
        if token.is_own or is_within(token, told) or _is_name(sentence, token):
            continue
        denied = denial(sentence, token, sign)
        is_apart = _is_of_other(sentence, token) or _is_before(sentence, token) or _is_after(sentence, token)
        is_apart = is_apart or _is_over(sentence, token)
        if denied is None or sentence.is_ahead(token) or is_apart:
            yield sentence.verdict(ClaimKind.CHANGE, token, token, None)
            continue
        swapped = _swapped(sentence, token)
        readings = [] if swapped else of_deficits(sentence, token, changes_at(sentence, token))
        holds = outcome([_holds(sentence, token, sign, denied, each) for each in readings])
        truth = swapped or (str(readings[0]) if readings else "")
        yield sentence.verdict(ClaimKind.CHANGE, _first_of(sentence, token), token, False if swapped else holds, truth)


def much_changed(sentence: Sentence) -> Iterator[Verdict]:
    """'ingrijpend veranderd', whichever way."""
    for token in strongly_changed(sentence):
        readings = [] if sentence.is_denied(token) or sentence.is_ahead(token) else changes_at(sentence, token)
        holds = outcome([is_so_much(sentence, token, each) for each in readings])
        yield sentence.verdict(ClaimKind.CHANGE, token, token, holds, str(readings[0]) if readings else "")


def _holds(sentence: Sentence, token: Token, sign: int, denied: bool, change: Change) -> bool | None:
    if denied:
        return change.goes_not(sign)
    return (change.goes(sign) or is_hardly(sentence, token, sign, change)) and is_so_much(sentence, token, change)


def _first_of(sentence: Sentence, token: Token) -> Token:
    """'vrijwel gelijk' begins with 'vrijwel'."""
    is_nearly = token.word == "gelijk" and any(word in lexicon.ABOUT for word in sentence.before(token, 1))
    return sentence.tokens[token.index - 1] if is_nearly else token


def _is_name(sentence: Sentence, token: Token) -> bool:
    """Whether a word is of the name of a series that is shown: 'de groei van het bbp'."""
    series = {point.subject.series for each in sentence.meanings for point in each.points}
    return any(token.word in sentence.known.own_words(id) for id in series)


def is_within(token: Token, told: Sequence[Verdict]) -> bool:
    return any(each.start <= token.start < each.end for each in told)


def _swapped(sentence: Sentence, token: Token) -> str:
    """What is wrong where the later of two figures comes first: 'steeg van F (van nu) naar F (van toen)'."""
    number = sentence.clauses.number(token)
    starts = [each for each in sentence.levels if sentence.before(each, 1) == ["van"]]
    for first in starts:
        following = [each for each in sentence.levels if each.index > first.index]
        if not following or sentence.before(following[0], 1)[0] not in ("naar", "tot"):
            continue
        if abs(sentence.clauses.number(first) - number) > 1:
            continue
        one, other = sentence.meaning(first), sentence.meaning(following[0])
        pair = in_time(one, other) if one.subject == other.subject else None
        if pair and pair[0].point != one.point and one.value != other.value:
            return f"{pair[1].told(pair[0])} staat voor {pair[0].told(pair[1])}, en is van later"
    return ""


def _is_of_other(sentence: Sentence, token: Token) -> bool:
    """'De daling van de rente', where no figure is of that."""
    following = sentence.tokens[token.index + 1 :][:5]
    if not token.word.endswith(change_words.NOUN_ENDS) or not following or following[0].word not in ("van", "in"):
        return False
    plain = [each for each in following[1:] if each.word not in lexicon.QUALIFIERS and each.word not in lexicon.EMPTY]
    if any(each.kind in _NO_NOUNS or about(each.word) is ClaimKind.PORTION for each in (*following[1:3], *plain[:1])):
        return False
    if plain and plain[0].word in lexicon.AMOUNTS:
        return False  # 'een daling van 3 procent', 'een groei van ruim de helft'
    nouns = [each for each in following[1:] if each.kind is Kind.WORD and each.word not in lexicon.EMPTY]
    series = {point.subject.series for each in sentence.meanings for point in each.points}
    own = {word for id in series for word in sentence.known.own_words(id)}
    return bool(nouns and own) and not any(alike(nouns[0].word, word) for word in own)


def _is_after(sentence: Sentence, token: Token) -> bool:
    """'daarna liep het op': what became of it after what is shown."""
    clause = clause_tokens(sentence, token)
    return not any(each.kind is Kind.FIGURE for each in clause) and any(each.word in _LATER for each in clause)


def _is_over(sentence: Sentence, token: Token) -> bool:
    """'De groei is voorbij', 'de daling kwam tot stilstand': what was so up to now."""
    words = {each.word for each in clause_tokens(sentence, token) if each.index > token.index}
    return token.word.endswith(change_words.NOUN_ENDS) and not change_words.ENDED.isdisjoint(words)


def _is_before(sentence: Sentence, token: Token) -> bool:
    """'na twee kwartalen van krimp': what was so before, where neither a figure nor a time is said of it."""
    following = sentence.tokens[token.index + 1 :][:3]
    is_told = any(each.kind in (Kind.FIGURE, Kind.TIME) for each in following)
    is_after = "na" in sentence.before(token, 5) and sentence.before(token, 1) == ["van"]
    return token.word.endswith(change_words.NOUN_ENDS) and is_after and not is_told


# --- What changed -----------------------------------------------------------------------------------------


def changes_at(sentence: Sentence, token: Token) -> list[Change]:
    """The changes that a word can be about, the best first."""
    if noun := changes_then(sentence, token) if token.word.endswith(change_words.NOUN_ENDS) else []:
        return noun
    if (since := since_shown(sentence, token)) is not None:
        return [since]
    if (then := _level_then(sentence, token)) is not None:
        return changes_implied(sentence, then)
    if is_granted_of_other(sentence, token):
        return changes_named(sentence, token)
    if (conceded := granted_level(sentence, token)) is not None:
        return changes_implied(sentence, conceded)
    of_it = of_growth(sentence, token)
    if of_it and introduces(sentence, clause_tokens(sentence, token)):  # 'de groei nam af: van F naar F'
        return of_it
    if is_elsewhere(sentence, token):
        return changes_named(sentence, token, is_of_growth=of_it is not None)
    own = _level_of_other(sentence, token)
    if own is not None:
        return changes_implied(sentence, own)
    if of_it is not None:
        return of_it
    grown = growths(sentence, token)
    if grown and goes_from_to(sentence):
        return grown
    shown = change_at(sentence, token)
    if shown is not None:
        return [shown, *grown]
    if not sentence.figures:
        named = changes_named(sentence, token) if any(True for _ in sentence.times()) else []
        return named or changed_before(sentence, token) or changes_announced(sentence, token)
    level = _told_of(sentence, token)
    return changes_implied(sentence, level) if level else []


def _level_then(sentence: Sentence, token: Token) -> Token | None:
    """Of 'steeg naar F, na T, toen het tot F was gezakt' the second: the verb is of then."""
    clause = clause_tokens(sentence, token)
    own = [each for each in sentence.levels if each in clause]
    is_then = "toen" in [each.word for each in clause[:2]] and not any(each.kind is Kind.TIME for each in clause)
    is_end = len(own) == 1 and sentence.before(own[0], 1) in (["tot"], ["naar"], ["op"])
    is_of_then = is_end and len(sentence.levels) > 1 and sentence.levels[0] not in own
    return own[0] if is_then and is_of_then else None


def _level_of_other(sentence: Sentence, token: Token) -> Token | None:
    """The only figure in the clause of a word, where all others are of another series: 'F tegen F), nam B af tot F'."""
    own = [each for each in sentence.figures if sentence.clauses.number(each) == sentence.clauses.number(token)]
    if len(own) != 1 or own[0] not in sentence.levels or sentence.before(own[0], 1) not in (["tot"], ["naar"]):
        return None
    series = {point.subject.series for point in sentence.meaning(own[0]).points}
    others = [sentence.meaning(each) for each in sentence.figures if each is not own[0]]
    is_apart = others and all(point.subject.series not in series for each in others for point in each.points)
    return own[0] if is_apart and not any(each.is_change for each in others) else None


def goes_from_to(sentence: Sentence) -> bool:
    """'van F naar F'."""
    leads = [(sentence.before(each, 1) or [""])[0] for each in sentence.levels]
    return "van" in leads and any(each in ("naar", "tot") for each in leads[leads.index("van") :])


def _told_of(sentence: Sentence, token: Token) -> Token | None:
    """The level in the clause of a word that it went to, or that is called by its name there: 'groeide tot F'."""
    clause = clause_tokens(sentence, token)
    levels = [each for each in sentence.levels if each in clause]
    if not levels:  # 'groeide gestaag, tot F'
        levels = [each for each in sentence.levels if _is_end(sentence, each, token)]
    if len(levels) != 1 or any(each.kind is Kind.TIME and not sentence.is_at(each) for each in sentence.tokens):
        return None
    if sentence.before(levels[0], 1)[:1] in (["tot"], ["naar"], ["op"]):
        return levels[0]
    point = sentence.meaning(levels[0]).point
    is_named = point is not None and point.subject.series in series_named(sentence, clause)
    return levels[0] if is_named and not token.word.endswith(change_words.NOUN_ENDS) else None


def _is_end(sentence: Sentence, figure: Token, token: Token) -> bool:
    is_next = sentence.clauses.number(figure) == sentence.clauses.number(token) + 1
    return is_next and figure.index > token.index and sentence.words(figure.index - 2, figure.index) in _ENDS


def change_at(sentence: Sentence, token: Token) -> Change | None:
    """The change that a word is about, by the figures and times that are nearest to it.

    A change that is shown; two values of one thing; a value, and the time that it is compared with; a value, and one
    of the sentence before.
    """
    if is_elsewhere(sentence, token):
        return None
    shown_behind = _in_brackets(sentence, token)
    if shown_behind and not any(sentence.meaning(each).is_change for each in shown_behind):
        subject = sentence.meaning(shown_behind[0]).subject
        figures = [each for each in sentence.figures if sentence.meaning(each).subject == subject]
    else:
        figures = sentence.figures
    ordered = _of_named(sentence, token, sentence.nearest(token, figures))
    ordered = [each for each in ordered if not _is_beyond(sentence, token, each)]
    ordered = sorted(ordered, key=lambda each: not _is_so_much_behind(sentence, token, each))
    own = [each for each in sentence.levels if each in clause_tokens(sentence, token)]
    if (here := next(pairs(sentence, own, token), None)) is not None:
        return Change.of(*here)
    shown = _change_shown(sentence, ordered)
    if shown is not None:
        return shown
    levels = [figure for figure in _up_to_next(sentence, token, ordered) if sentence.meaning(figure).point]
    levels = [each for each in levels if not _is_of_then(sentence, token, each)]
    nearest = next(pairs(sentence, levels, token), None)
    if nearest is not None:
        return Change.of(*nearest)
    if (since := since_then(sentence, token)) is not None:
        return since
    for figure in levels:
        base, value = base_value(sentence, figure, token), side_of(sentence, figure)
        if base is not None and value is not None:
            return Change.of(base, value)
    for figure in levels:
        pair = with_earlier(sentence.meaning(figure), sentence.earlier)
        if pair is not None:
            return Change.of(*pair)
    return None


def _is_beyond(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether it is a change beyond a semicolon, of a word with a level of its own: 'daalde naar F; dat is D …'."""
    is_ended = any(sentence.clauses.together(each, token) and each.index > token.index for each in sentence.levels)
    return is_ended and sentence.meaning(figure).is_change and not sentence.clauses.together(figure, token)


def _is_so_much_behind(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether a figure is right behind the clause of a word and says how much: 'kromp de economie nog, met F'."""
    place = clause_tokens(sentence, token)[-1].index + 1
    return figure.index == place + 2 and sentence.words(place, figure.index) == [",", "met"]


def _in_brackets(sentence: Sentence, token: Token) -> list[Token]:
    """The figures that a clause without any has in brackets behind it: 'bleef in de horeca gelijk (F), en …'."""
    clause = clause_tokens(sentence, token)
    following = sentence.tokens[clause[-1].index + 1 :][:1]
    if not following or following[0].text != "(" or any(each.kind is Kind.FIGURE for each in clause):
        return []
    inside = itertools.takewhile(lambda each: each.text != ")", sentence.tokens[following[0].index :])
    return [each for each in inside if each.kind is Kind.FIGURE]


def _of_named(sentence: Sentence, token: Token, figures: Sequence[Token]) -> Sequence[Token]:
    """Those of the series of its clause: of the figures there, or that is named there."""
    clause = clause_tokens(sentence, token)
    if introduces(sentence, clause):  # 'er reden minder treinen op tijd: F'
        clause = [*clause, *clause_tokens(sentence, sentence.tokens[clause[-1].index + 1])]
    own = {point.subject.series for each in figures if each in clause for point in sentence.meaning(each).points}
    if own:
        return [
            each
            for each in figures
            if each in clause or any(point.subject.series in own for point in sentence.meaning(each).points)
        ]
    named = series_named(sentence, clause)
    of_named = [
        each for each in figures if any(point.subject.series in named for point in sentence.meaning(each).points)
    ]
    return of_named or figures


def _is_of_then(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether a figure is of another comparison: 'daalt, maar is hoger dan in 2019, toen het er F waren'."""
    own = sentence.clauses.number(figure)
    words = [each.word for each in sentence.clauses.at(own) if each.kind is Kind.WORD]
    between = sentence.tokens[token.index + 1 : figure.index]
    compares = any(each.word in lexicon.COMPARISONS and sentence.clauses.number(each) != own for each in between)
    is_apart = compares and any(each.word == "maar" for each in between)
    is_record = any(
        each.word in lexicon.EXTREMES for each in between
    )  # 'viel terug, het laagste sinds T, toen het F was'
    return words[:1] == ["toen"] and (is_apart or is_record)


def _change_shown(sentence: Sentence, ordered: Sequence[Token]) -> Change | None:
    """The nearest figure that says itself how much something changed."""
    first = sentence.meaning(ordered[0]) if ordered else None
    if first and first.value is not None and is_growth(sentence, ordered[0]):
        return Change(first.value, first.value)
    for figure in ordered:
        meaning = sentence.meaning(figure)
        if meaning.is_change and meaning.rise is not None:
            is_percent = meaning.operation is Operation.CHANGE
            shown = Change(meaning.rise, meaning.rise if is_percent else None)
            return _between(sentence, figure) or shown
    return None


def _between(sentence: Sentence, figure: Token) -> Change | None:
    """The change that is shown, by the data: what is shown may be without its sign."""
    points = sorted(sentence.meaning(figure).points, key=lambda point: point.time.end)
    sides = [side for each in points if (side := looked_up(sentence.facts, each.subject, each.time)) is not None]
    return Change.of(sides[0], sides[1]) if len(sides) == 2 else None


def _up_to_next(sentence: Sentence, token: Token, figures: Sequence[Token]) -> list[Token]:
    """Of 'daalde tot F, en steeg daarna tot F' the first is where it fell to: what is after the next verb is later."""
    behind = (each.index for each, _ in direction_words(sentence) if each.index > token.index)
    following = next(behind, len(sentence.tokens))
    has_end = any(
        each.kind is Kind.FIGURE and sentence.before(each, 1) in (["tot"], ["naar"])
        for each in sentence.tokens[token.index : following]
    )
    return [each for each in figures if not has_end or each.index < following]
