"""Finds the words of a sentence that say that something rose or fell, and what is said with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_REACH = 24
"""So many words after its verb a word like 'toe' still belongs to it."""
_NO_DENIAL = frozenset(("alleen", "zozeer", "eerder", "overal", "altijd", "per", "zonder", "meteen", "uitgesloten"))
"""After 'niet' they make it say something else: 'niet alleen'."""
ALSO_OTHER = frozenset(("gelijk", "hetzelfde"))
"""Words that say that something stayed only with 'bleef' or 'vrijwel': 'in hetzelfde kwartaal'."""
_NOUNS = tuple(change_words.NOUNS)
_DENIALS = frozenset(("niet", "geen", "evenmin"))


@lru_cache(maxsize=1)
def direction_words(sentence: Sentence) -> Sequence[tuple[Token, int]]:
    """The words of direction with their sign, from left to right; of 'nam … toe' the verb. Several ask for them."""
    return tuple(_direction_words(sentence))


def _direction_words(sentence: Sentence) -> Iterator[tuple[Token, int]]:
    for token in sentence.tokens:
        if token.kind is not Kind.WORD:
            continue
        particle = particle_of(sentence, token) if token.word in change_words.SEPARABLE else None
        if particle is not None:
            yield token, change_words.SEPARABLE[token.word][particle.word]
        elif token.word in change_words.PACES:
            if any(_is_growth(sentence, each) for each in sentence.levels):
                yield token, change_words.PACES[token.word]
        elif token.word in change_words.DIRECTIONS:
            if token.word not in ALSO_OTHER or _stays(sentence, token):
                yield token, change_words.DIRECTIONS[token.word]
        elif token.word in change_words.CHANGED:
            if _is_hardly(sentence, token):
                yield token, 0
        elif token.word.endswith(_NOUNS):
            yield token, next(sign for noun, sign in change_words.NOUNS.items() if token.word.endswith(noun))


def _is_growth(sentence: Sentence, figure: Token) -> bool:
    point = sentence.meaning(figure).point
    return point is not None and sentence.facts.is_change(point.subject.series)


def _stays(sentence: Sentence, token: Token) -> bool:
    near = [*sentence.before(token, 4), *sentence.after(token, 4)]
    is_nearly = any(word in lexicon.ABOUT or word in lexicon.JUST_BELOW for word in sentence.before(token, 1))
    return is_nearly or any(word.startswith(("geble", "bleef", "blijf", "blev")) for word in near)


def _is_hardly(sentence: Sentence, token: Token) -> bool:
    """'veranderde nauwelijks', 'is niet veranderd'."""
    near = [*sentence.before(token, 2), *sentence.after(token, 4)]
    return any(word in ("nauwelijks", "amper", "niet") for word in near)


def particle_of(sentence: Sentence, verb: Token) -> Token | None:
    """The word that makes a direction of a verb: 'toe' of 'nam'."""
    for token in sentence.tokens[verb.index + 1 :][:_REACH]:
        if token.text in (";", "."):
            return None
        is_own = token.kind is Kind.WORD and token.word in change_words.SEPARABLE[verb.word]
        if token.word in ("hoger", "lager") and "dan" in sentence.after(token, 2):
            return None  # 'lagen D lager dan de baten' compares
        if is_own and (token.word not in ("op", "in", "aan", "weg") or ends_verb(sentence, token)):
            return token
    return None


def ends_verb(sentence: Sentence, token: Token) -> bool:
    """Whether 'op' is of the verb, and not of what follows: 'liep op van', 'liep op de markt'."""
    following = sentence.after(token, 1)
    return not following or following[0] in (
        "van", "tot", "naar", "met", ",", ".", ";", ":", "en", "(", "sinds", "maar", "ten"
    )  # fmt: skip


def denial(sentence: Sentence, token: Token, sign: int) -> bool | None:
    """Whether what a word says is denied: 'nam niet toe', 'geen stijging'; None where that can't be told."""
    if token.word in change_words.CHANGED or (sign == 0 and token.word.startswith("on")):
        return False
    particle = particle_of(sentence, token) if token.word in change_words.SEPARABLE else None
    end = (particle or token).index
    number = sentence.clauses.number(token)
    own = [
        each for each in sentence.tokens if sentence.clauses.number(each) == number or token.index < each.index < end
    ]
    said = [each for each in own if each.word in lexicon.NEGATIONS]
    if not said:
        return None if sentence.is_denied(token) else False
    if len(said) > 1 or said[0].word not in _DENIALS:
        return None
    following = sentence.after(said[0], 1)
    is_other = any(word in _NO_DENIAL or word in change_words.PACE or word in change_words.STRONG for word in following)
    first, last = sorted((token.index, said[0].index))
    if is_other or any(word in ("dat", "die", "om") for word in sentence.words(first, last)):
        return None
    is_verb = not token.word.endswith(change_words.NOUN_ENDS)
    return None if is_verb and said[0].word == "geen" else True
