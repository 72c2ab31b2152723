"""'F verzoeken, D meer dan een maand eerder': the difference is that of the figure before it, as no noun says else."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_UNITS = frozenset(("%", "procent", "procentpunt", *lexicon.SCALES))


def own_changes(sentence: Sentence) -> Iterator[Verdict]:
    for figure in sentence.figures:
        change = sentence.meaning(figure)
        about = _about(sentence, figure) if change.rise is not None and _leans(sentence, figure) else None
        if about is None or about.point is None or change.subject is None:
            continue
        own, other = change.subject, about.point.subject
        if own.series in ("", other.series) or other.series == "":
            continue
        if any(own.series in sentence.known.series_words.of(each.word) for each in _words(sentence, figure)):
            continue
        told = f"het verschil is van '{sentence.facts.title(own.series)}', het cijfer ervoor van "
        yield sentence.verdict(ClaimKind.SERIES, figure, figure, False, f"{told}'{sentence.facts.title(other.series)}'")


def _words(sentence: Sentence, figure: Token) -> Iterator[Token]:
    """Those that may say what a difference is of: between the figure before it and itself, and behind it."""
    start = max((each.index for each in sentence.figures if each.index < figure.index), default=0)
    near = sentence.tokens[start + 2 :]  # behind the figure comes what that counts
    return (each for each in near if each.kind is Kind.WORD and not is_general(each.word))


def _leans(sentence: Sentence, figure: Token) -> bool:
    """Whether it begins its clause, and is directly followed by 'meer dan': the figure before it is what is meant."""
    following = [each for each in sentence.after(figure, 4) if each not in _UNITS]
    is_compared = following[:1] != [] and following[0] in lexicon.COMPARISONS and following[1:2] == ["dan"]
    return is_compared and sentence.before(figure, 1) in ([","], ["("], ["ofwel"])


def _about(sentence: Sentence, figure: Token) -> Meaning | None:
    """What the only figure of the clause before it is."""
    own = sentence.clauses.number(figure)
    ahead = [each for each in sentence.figures if each.index < figure.index]
    near = [each for each in ahead if own - sentence.clauses.number(each) <= 1]
    if len(ahead) != 1 or not near or any(each.kind is Kind.PART for each in sentence.tokens[figure.index :]):
        return None
    meaning = sentence.meaning(near[0])
    return meaning if meaning.is_level else None
