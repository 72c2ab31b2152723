"""Whether the clause of a word has no figure, and is about others than those there are."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.lookups import clause_tokens, series_apart, series_touched
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.when import fits

_GOES_ON = ("van", "naar", "tot")
_TO_FIGURE = 4


def is_elsewhere(sentence: Sentence, token: Token) -> bool:
    """Whether the clause of a word has no figure, and is about another series or comparison than those."""
    clause = clause_tokens(sentence, token)
    if any(each.kind is Kind.FIGURE for each in clause) or not sentence.figures:
        return False
    if is_of_nearer(sentence, token) and not _is_apposition(clause, token):
        return True
    own = {point.subject.series for each in sentence.meanings for point in each.points}
    if _names_other_part(sentence, clause):
        return True
    if series_apart(sentence, clause):
        return True
    touched = set() if introduces(sentence, clause) else series_touched(sentence, clause)
    if touched and not touched & own:
        return True
    bases = [each for each in clause if each.kind is Kind.TIME and sentence.is_base(each)]
    return bool(bases) and not any(_fits_any(sentence, each) for each in bases)


def _is_apposition(clause: Sequence[Token], token: Token) -> bool:
    """'van F naar F, een daling van ruim de helft': the noun says again what the verb said."""
    words = [each.word for each in clause if each.kind is not Kind.MARK][:2]
    return words == ["een", token.word] and token.word.endswith(change_words.NOUN_ENDS)


def introduces(sentence: Sentence, clause: Sequence[Token]) -> bool:
    """Whether it is about the figures that follow: 'er werd meer gebouwd: F', 'zijn kleiner geworden, van F naar F'."""
    following = sentence.tokens[clause[-1].index + 1 :][:_TO_FIGURE]
    if not following or following[0].text not in (":", ","):
        return False
    goes_on = len(following) > 1 and following[1].word in _GOES_ON
    return following[0].text == ":" or (goes_on and any(each.kind is Kind.FIGURE for each in following))


def _names_other_part(sentence: Sentence, clause: Sequence[Token]) -> bool:
    """Whether a part is named that no figure is of: 'Italië stuurde er meer (F tegen F), Roemenië juist minder'."""
    names = [name for each in clause if each.kind is Kind.PART and each.mention for name in each.mention.names]
    points = [point for meaning in sentence.meanings for point in meaning.points]
    of_one = [point for point in points if len(point.subject.part.dimensions) == 1]
    same = [point for point in of_one if any(name.dimension in point.subject.part.dimensions for name in names)]
    return bool(same) and not any(
        point.subject.part.get(name.dimension) == name.name for point in points for name in names
    )


def is_of_nearer(sentence: Sentence, token: Token) -> bool:
    """Whether its clause has no figure, and each there is has another word of change that is nearer to it."""
    clause = clause_tokens(sentence, token)
    if not sentence.figures or any(each.kind is Kind.FIGURE for each in clause):
        return False
    others = [each for each, _ in direction_words(sentence) if each is not token]
    compared = clause if introduces(sentence, clause) else sentence.tokens  # 'liep op: het waren er F, 12 meer dan …'
    others += [each for each in compared if each.word in lexicon.COMPARISONS and each is not token]
    return all(
        any(abs(each.index - figure.index) < abs(token.index - figure.index) for each in others)
        for figure in sentence.figures
    )


def _fits_any(sentence: Sentence, base: Token) -> bool:
    """Whether a time that something is compared with is that of a figure, or of the base of a change."""
    named = sentence.named(base)
    points = [point for meaning in sentence.meanings for point in meaning.points]
    relative = base.moment is not None and base.moment.is_relative
    return relative or any(fits(named, point) for point in points)
