"""What nothing else equals: 'nergens zo veel als', 'geen groep was kleiner dan', 'nooit eerder zo hoog'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.proof.claims.extremes import Said, judged_of_parts
from rapportage.proof.claims.lexicon import words
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.orders import ADJECTIVES, Order, comparative
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.records import Span, counted_window, held_since, level_at, levels_near, past_of, window_at
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.subjects import apart
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_TIMES = r"(?:(?:kalender|boek|school)?jaar|jaren|maand(?:en)?|kwarta(?:al|len)|week|weken|halfja(?:ar|ren)|dag(?:en)?)"
_NEVER = re.compile(
    rf"\b(?:nooit|niet eerder|nog niet|in geen (?:van |enkel[e]? )?(?:\w+ ){{0,4}}{_TIMES}"
    rf"|geen (?:van |enkel[e]? )?(?:\w+ ){{0,4}}{_TIMES})\b"
)
_NONE = re.compile(r"\b(?:nergens|geen|niemand)\b")
_THAN = re.compile(r"\bdan\b[^.;]*\b(?:ooit|sinds|enige?|welke?|andere?|overige)\b")
_NOT = re.compile(r"\bniet\b")
_ANY = frozenset(("enig", "enige", "welk", "welke"))
_EVERY = frozenset(("alle", "elk", "elke", "ieder", "iedere"))
_OTHERS = (["andere"], ["ander"], ["overige"])
"""'lager dan alle andere schoolsoorten'."""
_EVER = _ANY | {"ooit"}
_OF_CHANGES = frozenset(
    words("hard sterk fors fel snel hevig stevig flink veel weinig licht beperkt bescheiden gering")
)
"""After 'zo': how much something changed, beside a verb of change."""
_REACH = 9
"""So many words after 'nergens' comes how much."""
_FAR = 14
_FAR_BEHIND = 24
"""So many words after 'zo laag als in T, toen er F …' comes 'niet meer'."""
_NO_MORE = (["meer"], ["eerder"])
_NO_MORE_SINCE = (["meer", "sinds"], ["meer", "vanaf"])
"""'Niet meer sinds maart waren er zo weinig'."""
_SO = ("zo", "zo'n", "zo’n")
_WINDOW = 8
"""So many words before 'niet zo laag' comes 'in zes jaar tijd'."""


def matchless(sentence: Sentence) -> Iterator[Verdict]:
    text = sentence.reading.text.casefold()
    if not (_NONE.search(text) or _NEVER.search(text) or _NOT.search(text) or _THAN.search(text)):
        return
    for token in sentence.tokens:
        said = _said(sentence, token)
        if said is None or token.is_own:
            continue
        sign, last = said
        denial = _denial(sentence, token)
        if denial is None:
            denial = _than_ever(sentence, token)
        if denial is None:
            continue
        first = min(denial, token, key=lambda each: each.index)
        last = max(denial, last, key=lambda each: each.index)
        if sentence.is_ahead(token):
            yield sentence.verdict(ClaimKind.COURSE, first, last, None)
        elif _is_of_times(sentence, denial, text):
            is_again = denial.word == "niet" and sentence.after(denial, 1) == [
                "meer"
            ]  # 'sinds T niet meer': it was then
            yield _of_times(sentence, first, last, sign, of_all=denial.kind is not Kind.TIME and not is_again)
        else:
            said_of = Said(last, Order(sign, of_parts=True))
            way = _way_of(sentence, token, last)
            found = judged_of_parts(sentence, said_of, apart(sentence), first, way)
            if found is not None:
                yield found


def _was_so_then(sentence: Sentence, denial: Token) -> bool:
    """Of 'sinds T niet meer zo laag' that it was so at T."""
    return denial.word == "niet" and sentence.after(denial, 1) == ["meer"]


def _said(sentence: Sentence, token: Token) -> tuple[int, Token] | None:
    """'zo hoog' and 'hoger dan' with their sign and last word; 'zoveel' is one word."""
    if token.word in ("zoveel", "zovele"):
        return 1, token
    if token.word in _SO and (following := sentence.tokens[token.index + 1 :][:1]):
        sign = ADJECTIVES.get(following[0].word) or ADJECTIVES.get(following[0].word.removesuffix("e"))
        return (sign, following[0]) if sign else None
    sign = comparative(token.word)
    if sign:
        than = [each for each in sentence.tokens[token.index + 1 :][:_REACH] if each.word == "dan"]
        if than and not any(each.kind is Kind.NUMBER for each in sentence.tokens[than[0].index + 1 :][:2]):
            return sign, token
    return None


def _way_of(sentence: Sentence, token: Token, last: Token) -> int | None:
    """Which way it went, of 'zo hard' with one verb of change: 'nergens klom het zo hard'."""
    if token.word != "zo" or last.word not in _OF_CHANGES:
        return None
    clause = clause_tokens(sentence, token)
    ways = [sign for each, sign in direction_words(sentence) if each in clause and each is not last]
    return ways[0] if len(ways) == 1 else None


def _denial(sentence: Sentence, token: Token) -> Token | None:
    """The word that says that there is none: before it, or (of 'zo hoog was het niet') after it."""
    before = sentence.tokens[max(0, token.index - _FAR) : token.index]
    for each in reversed(before):
        if each.text == ";":
            break
        if each.word == "geen" and sentence.before(each, 1) == ["nog"]:
            continue  # 'nog geen kwart'
        if each.word in ("nergens", "nooit", "geen") or (each.word == "niet" and _is_earlier(sentence, each, token)):
            return each
        if each.word == "niet" and sentence.after(each, 2) in _NO_MORE_SINCE:
            return each
    if token.word not in (*_SO, "zoveel"):
        return None
    for each in sentence.tokens[token.index + 1 :][:_FAR_BEHIND]:
        if each.text in (";", ":"):
            break
        is_near = each.index - token.index <= _FAR or sentence.after(each, 1) in _NO_MORE
        if is_near and (each.word in ("nooit", "nergens") or (each.word == "niet" and _has_since(sentence))):
            return each
    return None


def _than_ever(sentence: Sentence, token: Token) -> Token | None:
    """The last word of 'dan ooit', 'dan in enige andere maand', 'dan zij sinds mei is geweest'."""
    following = sentence.tokens[token.index + 1 :][:_FAR]
    than = next((place for place, each in enumerate(following) if each.word == "dan"), None)
    if than is None:
        return None
    for each in following[than + 1 :][:_REACH]:
        is_all = each.word in _EVERY and sentence.after(each, 1)[:1] in _OTHERS
        if each.word in _EVER or is_all or (each.kind is Kind.TIME and sentence.is_since(each)):
            return each
        is_then = each.kind is Kind.TIME and sentence.is_base(each)  # 'minder dan in T en het laagste aantal sinds U'
        if is_then or each.kind is Kind.FIGURE or each.text in (";", "."):
            return None
    return None


def _is_earlier(sentence: Sentence, denial: Token, token: Token) -> bool:
    """'niet eerder zo hoog', 'sinds mei niet zo hoog'; and not 'niet zo hoog als'."""
    return sentence.after(denial, 1) == ["eerder"] or (token.index - denial.index < 4 and _has_since(sentence))


def _has_since(sentence: Sentence) -> bool:
    if _window_ahead(sentence):
        return True
    return any(sentence.is_since(each) for each in sentence.times()) or "sinds" in sentence.reading.text.casefold()


def _window_ahead(sentence: Sentence) -> Span | None:
    """The window of 'was in zes jaar tijd niet zo laag'."""
    denial = next((each for each in sentence.tokens if each.word == "niet"), None)
    return counted_window(sentence.tokens[max(0, denial.index - _WINDOW) : denial.index]) if denial else None


def _is_of_times(sentence: Sentence, denial: Token, text: str) -> bool:
    if denial.word in _ANY or denial.word in _EVERY:
        unit = sentence.words(denial.index + 1, denial.index + 3)
        return any(re.fullmatch(_TIMES, word) for word in unit)
    return (
        denial.kind is Kind.TIME
        or denial.word in ("nooit", "niet", "ooit")
        or any(found.start() <= denial.start < found.end() for found in _NEVER.finditer(text))
    )


def _of_times(sentence: Sentence, first: Token, last: Token, sign: int, *, of_all: bool = True) -> Verdict:
    """'nooit eerder (sinds T) zo hoog': at none of the times before, of all or since then."""
    found = levels_near(sentence, last)
    if not found:
        return sentence.verdict(ClaimKind.COURSE, first, last, None)
    base = next((each for each in sentence.times() if sentence.is_base(each)), None)
    level = (level_at(sentence, found[0], base) if base else None) or found[0]
    since = next((each for each in sentence.times() if sentence.is_since(each)), None)
    ahead = None if since else _window_ahead(sentence)
    span = Span(last, since) if since else window_at(sentence, last) or ahead
    first = sentence.tokens[0] if ahead and span is ahead else first
    if span is not None:
        holds, told = held_since(sentence, level, span, sign, of_all=of_all)
        others = [each for each in found if each.point.subject == level.point.subject and each != level]
        if holds is False and any(held_since(sentence, each, span, sign, of_all=of_all)[0] for each in others):
            holds = None  # it may be about any of them
        return sentence.verdict(ClaimKind.COURSE, first, last, holds, told)
    ended = held_since(sentence, level, Span(last, count=len(past_of(sentence, level)) + 1, unit=level.kind), sign)
    return sentence.verdict(ClaimKind.COURSE, first, last, *ended)
