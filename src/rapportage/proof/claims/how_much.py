"""Words that say how large a change or difference is: 'sterk gestegen', 'iets meer', 'nauwelijks veranderd'."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.evidence import Change
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.moves import direction_words, particle_of
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence

LEAST_STRONG, MOST_WEAK, MOST_HARDLY = 5, 15, 5
"""From so many per cent on a change may be called strong, up to so many slight, and up to so many 'nauwelijks'."""


def is_so_much(sentence: Sentence, token: Token, change: Change) -> bool:
    """Whether 'sterk' and 'licht' are right beside a word of change or comparison."""
    size = change.size
    if size is None:
        return True
    is_comparison = token.word in lexicon.COMPARISONS or token.word in change_words.SIDES
    near = sentence.before(token, 1) if is_comparison else _beside(sentence, token)
    strong = change_words.MUCH if is_comparison else change_words.STRONG
    is_strong = token.word in change_words.STRONG_VERBS or not strong.isdisjoint(near)
    too_weak = size > MOST_WEAK and not change_words.WEAK.isdisjoint(near)
    too_little = size > MOST_HARDLY and not change_words.HARDLY.isdisjoint(near)
    return not (is_strong and size < LEAST_STRONG) and not (too_weak or too_little)


def is_hardly(sentence: Sentence, token: Token, sign: int, change: Change) -> bool:
    """Whether 'vrijwel stabiel' is near enough: as near as 'nauwelijks veranderd', and not as 'stabiel' by itself."""
    is_said = not change_words.HARDLY.isdisjoint(sentence.before(token, 1))
    return sign == 0 and is_said and change.size is not None and change.size <= MOST_HARDLY


def strongly_changed(sentence: Sentence) -> Iterator[Token]:
    """The words for a change without a way that are said to be large: 'fors veranderd'."""
    for token in sentence.tokens:
        is_change = token.word in change_words.CHANGED and not token.is_own
        if is_change and not change_words.STRONG.isdisjoint(_beside(sentence, token)):
            yield token


def _beside(sentence: Sentence, token: Token) -> list[str]:
    """The words that may say how much with a word of direction; of a verb also further on."""
    near = [*sentence.before(token, 2), *sentence.after(token, 1)]
    if token.word in change_words.SEPARABLE and (particle := particle_of(sentence, token)):
        near = sentence.before(particle, 2)
    return near if token.word.endswith(change_words.NOUN_ENDS) else [*near, *_adverbs(sentence, token)]


def _adverbs(sentence: Sentence, verb: Token) -> list[str]:
    """Those further on in the clause of a verb, if it is the only word there that says how something went."""
    clause = clause_tokens(sentence, verb)
    others = [each for each, _ in direction_words(sentence) if each in clause and each is not verb]
    if others or any(each.word in lexicon.COMPARISONS for each in clause):
        return []
    return [each.word for each in clause if each.index > verb.index and each.word in change_words.ADVERBS]
