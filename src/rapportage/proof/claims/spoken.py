"""The verbs that a sentence says in two pieces, as one word: 'stroomden … in' as 'instroomden', 'vielen … uit'."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_PARTICLES = frozenset(lexicon.words("in uit af aan op toe om over terug mee weg bij binnen door voort"))
_STRONG = """
viel vielen valt: vallen
kwam kwamen komt: komen
ging gingen gaat: gaan
gaf gaven geeft: geven
nam namen neemt: nemen
trok trokken trekt: trekken
schreef schreven schrijft: schrijven
sloot sloten sluit: sluiten
liet lieten laat: laten
bracht brachten brengt: brengen
bood boden biedt: bieden
vloog vlogen vliegt: vliegen
stak staken steekt: steken
vroeg vroegen vraagt: vragen
"""
_INFINITIVES: Mapping[str, str] = {
    form: infinitive
    for line in _STRONG.strip().splitlines()
    for forms, _, infinitive in [line.partition(": ")]
    for form in forms.split()
}
_END = frozenset((".", ",", ";", ":", "(", "!", "?", "en", "maar", "of", "–"))


@lru_cache(maxsize=1)
def joined_verbs(sentence: Sentence) -> Mapping[int, tuple[str, ...]]:
    """By the place of a verb what it is together with the word that ends its clause. Several ask for them."""
    found: dict[int, tuple[str, ...]] = {}
    for token in sentence.tokens:
        if token.word not in _PARTICLES or token.is_own or not _ends(sentence, token):
            continue
        for verb in _verbs_of(sentence, token):
            forms = (verb.word, *filter(None, [_INFINITIVES.get(verb.word)]))
            found[verb.index] = tuple(token.word + form for form in forms)
    return found


def _ends(sentence: Sentence, token: Token) -> bool:
    following = sentence.tokens[token.index + 1 :][:1]
    return not following or following[0].text in _END


def _verbs_of(sentence: Sentence, particle: Token) -> list[Token]:
    """What may be the finite verb of its clause, by its ending; not that of 'nam … toe', which says which way."""
    number = sentence.clauses.number(particle)
    own = [each for each in sentence.tokens[: particle.index] if sentence.clauses.number(each) == number]
    verbs = [each for each in own if each.kind is Kind.WORD and _may_be_verb(each)]
    return [each for each in verbs if particle.word not in change_words.SEPARABLE.get(each.word, {})]


def _may_be_verb(token: Token) -> bool:
    is_weak = token.text.islower() and token.word.endswith(("den", "ten", "de", "te"))
    return token.word in _INFINITIVES or (is_weak and token.word not in lexicon.EMPTY)
