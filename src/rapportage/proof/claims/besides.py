"""'F studenten en daarnaast F eerstejaars', 'exclusief de F': what comes on top of a figure is no part of it."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.when import fits

_ON_TOP = frozenset(lexicon.words("daarnaast daarbovenop daarenboven plus"))
_MOSTLY = frozenset(lexicon.words("vooral meestal voornamelijk veel vele veelal merendeels grotendeels hoofdzakelijk"))
"""After such a word the figure is on top of what that says, and not of the figure before: 'F boeren, vooral …'."""
_NEAR = 8
"""So many words after such a word the figure comes at most."""


_WITHOUT = frozenset(("exclusief", "ongerekend"))
_SAYS = frozenset(lexicon.words("dat daarvan hiervan hen hun ervan daaronder blijkt valt"))
"""With which 'daarnaast' is what else is to be said, and not what comes on top."""
_NOT_IN = frozenset(("meegerekend", "meegeteld", "inbegrepen"))
"""After 'niet'."""
_TO_FIGURE = 3
"""So many words after 'exclusief' its figure comes at most."""


def besides(sentence: Sentence) -> Iterator[Verdict]:
    yield from _left_out(sentence)
    for token in sentence.tokens:
        is_said = token.word in _ON_TOP or (token.word == "nog" and sentence.after(token, 1) == ["eens"])
        if token.is_own or not is_said:
            continue
        before = [each for each in sentence.levels if each.index < token.index]
        if token.index == 0 and token.word in _ON_TOP:
            yield from _on_top_of_last(sentence, token)
            return
        after = next((each for each in sentence.levels if each.index > token.index), None)
        if after is None or after.index - token.index > _NEAR or not _is_next(sentence, token, after):
            continue
        if not before or _is_of_some(sentence, before[-1], token):
            continue
        if _is_within(sentence, sentence.meaning(after), sentence.meaning(before[-1])):
            told = "het tweede cijfer is deel van het eerste"
            yield sentence.verdict(ClaimKind.WHOLE, token, token, False, told)
            return


def _on_top_of_last(sentence: Sentence, token: Token) -> Iterator[Verdict]:
    """'Er waren F banen. Daarnaast waren er F van zelfstandigen': of the figure of the sentence before."""
    figure = sentence.levels[0] if len(sentence.levels) == 1 else None
    if figure is None or len(sentence.earlier) != 1 or figure.index - token.index > _NEAR:
        return
    if not _SAYS.isdisjoint(sentence.words(0, len(sentence.tokens))):
        return
    if _is_within(sentence, sentence.meaning(figure), sentence.earlier[-1]):
        told = "het cijfer is deel van dat in de zin ervoor"
        yield sentence.verdict(ClaimKind.WHOLE, token, token, False, told)


def _left_out(sentence: Sentence) -> Iterator[Verdict]:
    """'F, exclusief de F', 'F, de F die … niet meegerekend': the data count the second in the first."""
    for first in sentence.tokens:
        said = _said_out(sentence, first)
        if first.is_own or said is None:
            continue
        last, figure = said
        others = [each for each in sentence.levels if each is not figure]
        before = [each for each in others if each.index < figure.index][-1:] or others[:1]
        if before and _is_within(sentence, sentence.meaning(figure), sentence.meaning(before[0])):
            whole = sentence.facts.title(next(each.subject.series for each in sentence.meaning(before[0]).points))
            told = f"{figure.text} is deel van {before[0].text} ('{whole}')"
            yield sentence.verdict(ClaimKind.WHOLE, first, last, False, told)


def _said_out(sentence: Sentence, first: Token) -> tuple[Token, Token] | None:
    """The last of the words that leave a figure out, with that figure; None of what are no such words."""
    is_apart = first.word in lexicon.LEFT_OUT and sentence.after(first, 1) == ["van"]
    if first.word in _WITHOUT or is_apart:
        last = sentence.tokens[first.index + is_apart]
        behind = [each for each in sentence.levels if 0 < each.index - last.index <= _TO_FIGURE]
        if is_apart and (len(sentence.levels) != 2 or "de" in sentence.after(last, 1)):
            return None  # 'van de F doden zaten er, afgezien van de F fietsers, F in een auto'
        return (last, behind[0]) if behind else None
    if first.word != "niet" or _NOT_IN.isdisjoint(sentence.after(first, 1)):
        return None
    own = sentence.clauses.number(first)
    ahead = [each for each in sentence.levels if each.index < first.index and own - sentence.clauses.number(each) <= 1]
    return (sentence.tokens[first.index + 1], ahead[-1]) if ahead else None


def _is_next(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether no other clause begins between a word and its figure."""
    return not any(each.text in (";", ":", "(") for each in sentence.tokens[token.index : figure.index])


def _is_of_some(sentence: Sentence, figure: Token, token: Token) -> bool:
    """Whether some of what a figure counts are named before a word, which may be on top of those only."""
    point = sentence.meaning(figure).point
    own = point.subject.part.names if point else ()
    between = sentence.tokens[figure.index + 1 : token.index]
    between = between[1:] if between and between[0].kind is Kind.PART else between  # 'F militairen in dienst'
    is_other = (not any(name.name in own for name in each.mention.names) for each in between if each.mention)
    return any(each.word in _MOSTLY for each in between) or any(is_other)


def _is_within(sentence: Sentence, part: Meaning, whole: Meaning) -> bool:
    """Whether a figure is of a part of what another is of, at the same time."""
    one, other = part.point, whole.point
    if one is None or other is None or one.subject == other.subject or not fits([other.time], one):
        return False
    if not sentence.facts.is_part_of(one.subject.series, other.subject.series):
        return False
    return one.subject.part.within(other.subject.part)
