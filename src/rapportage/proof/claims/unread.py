"""What no rule read of a sentence: a word that says something about numbers is then open, or no claim at all.

A word that may also be something else ('niet meer', 'het meest recente', 'de eerste aanvragen' where that is a series)
is no claim only by the tables of `lexicon`, or because the data or a capital say that it is in a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.claim_words import COMPARATIVE, SUPERLATIVE, about
from rapportage.proof.claims.moves import ALSO_OTHER, direction_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Outcome, Verdict

_ROUNDED = re.compile(r"\w+tallen|\w+en")
_ROUNDING = re.compile(r"\b(?:afgerond\w*|rondt|rondde|ronden|rond)\b|\bin \w+tallen\b", re.IGNORECASE)
_ALONG = re.compile(r"\b(?:hang(?:t|en)|hing(?:en)?|werk(?:t|en|te|ten)|ga(?:at|an)|ging(?:en)?)\b", re.IGNORECASE)
"""With which 'samen' makes a verb: 'hangt samen met'."""
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = (-2, -1, 1, 2)


def unread(sentence: Sentence, read: Sequence[Verdict]) -> Iterator[Verdict]:
    """Verdicts on what is not within those that were `read`: open, or that it is no claim."""
    places = {place for each in read for place in range(each.start, each.end)}
    changes = {token.index for token, _ in direction_words(sentence)}
    left = [
        token
        for token in sentence.tokens
        if not token.is_own and places.isdisjoint(range(token.start, token.end)) and token.kind is not Kind.FIGURE
    ]
    said = {token.index: ClaimKind.CHANGE for token in left if token.index in changes}
    said |= {token.index: kind for token in left if token.index not in changes and (kind := _claimed(sentence, token))}
    is_about_figures = bool(sentence.figures or said or any(each.outcome is not Outcome.NONE for each in read))
    for token in left:
        if token.index in said:
            yield sentence.verdict(said[token.index], token, token, None)
        elif token.kind is Kind.TIME:
            found = sentence.verdict(ClaimKind.TIME, token, token, None)
            yield found if is_about_figures else no_claim(found)
        elif token.kind is Kind.WORD and about(token.word):
            yield no_claim(sentence.verdict(ClaimKind.CHANGE, token, token, None))
        elif token.kind is Kind.PART and _has_numbers(token.word):
            yield no_claim(sentence.verdict(ClaimKind.PART, token, token, None))


def _has_numbers(name: str) -> bool:
    """Whether a name has digits or such words itself: '45 jaar of ouder'."""
    return any(sign.isdigit() for sign in name) or any(about(word) for word in _WORD.findall(name))


def no_claim(verdict: Verdict) -> Verdict:
    return Verdict(verdict.kind, verdict.words, verdict.start, verdict.end, Outcome.NONE)


def _claimed(sentence: Sentence, token: Token) -> ClaimKind | None:
    """What a word says something about; None where it says nothing about numbers, or is in a name."""
    kind = about(token.word) if token.kind is Kind.WORD else None
    if token.kind is Kind.WORD and kind is None:
        if sentence.after(token, 1) == ["dan"] and COMPARATIVE.fullmatch(token.word):
            kind = ClaimKind.CHANGE
        elif SUPERLATIVE.fullmatch(token.word) and sentence.before(token, 1)[:1] != ["ten"]:
            kind = ClaimKind.RANK
    is_none = kind is None or _is_something_else(sentence, token) or _is_in_name(sentence, token)
    return None if is_none else kind


def _is_something_else(sentence: Sentence, token: Token) -> bool:
    """'niet meer', 'het meest recente', 'ten minste', 'de eerste stap', 'afgerond op tientallen', 'hangt samen'."""
    before, after = sentence.before(token, 1), sentence.after(token, 1)
    if token.word in ("meer", "minder") and any(word in lexicon.NO_MORE for word in before):
        return True
    if token.word == "nooit":
        return not after or after[0] not in ("eerder", "zo", "zoveel", "hoger", "lager", "meer", "minder")
    if token.word in ("half", "halve") and (
        after[:1] in (["jaar"], ["uur"], ["dag"]) or _is_time_next(sentence, token)
    ):
        return True
    if token.word == "eerste" or token.word in ALSO_OTHER:
        return True
    if _ROUNDED.fullmatch(token.word) and _ROUNDING.search(sentence.reading.text):
        return True
    if token.word == "samen" and _ALONG.search(sentence.clause_of(token)):
        return True
    pairs = {" ".join([*before, token.word]), " ".join([token.word, *after])}
    return not pairs.isdisjoint((*lexicon.NO_COMPARISONS, *lexicon.NO_EXTREMES))


def _is_time_next(sentence: Sentence, token: Token) -> bool:
    """'half maart'."""
    return any(each.kind is Kind.TIME for each in sentence.tokens[token.index + 1 : token.index + 2])


def _is_in_name(sentence: Sentence, token: Token) -> bool:
    """Whether a word and one beside it are of the title of one series ('eerste' of 'eerste asielaanvragen'), or of a
    name that is written with capitals: 'de Tweede Kamer'.
    """
    titles = sentence.known.in_full
    own = titles.with_word(token.word)
    near = (sentence.tokens[place] for step in _NAMES if 0 <= (place := token.index + step) < len(sentence.tokens))
    if own and any(not own.isdisjoint(titles.with_word(each.word)) for each in near):
        return True
    following = sentence.tokens[token.index + 1 : token.index + 2]
    has_capital = token.text.istitle() and any(each.text.istitle() for each in following)
    return has_capital and token.word in lexicon.ORDINALS
