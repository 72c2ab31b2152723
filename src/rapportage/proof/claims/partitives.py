"""Where a sentence says that a figure is part of another: 'F, van wie F', 'van de F waren er F', 'F van hen'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_AMONG = frozenset(("waarvan", "waaronder"))
_OF_THEM = frozenset(("daarvan", "hiervan", "daaronder"))
_PRONOUN = ("van", "onder")
_THEM = (["hen"], ["die", "groep"], ["deze", "groep"])
_ARTICLES = frozenset(lexicon.words("de alle die deze"))
_MOVES = frozenset(lexicon.words("naar tot op na tegen tegenover plus min via"))
"""Before a figure that is no part of the one before it: 'van de F in mei steeg het naar F'."""
_VERBS = (
    lexicon.AUXILIARIES
    | lexicon.EMPTY_VERBS
    | frozenset(lexicon.words("er deden zat zaten betrof betroffen vormden betreft betreffen kregen volgden"))
)
_NEAR = 8
"""So many words after 'van wie' the figure comes at most."""
_FAR = 16


class Partitive(Struct, frozen=True):
    """`part` is said to be of one of `wholes`; `is_one` where that is the one that is named: 'van de F'."""

    first: Token
    last: Token
    part: Token
    wholes: tuple[Meaning, ...]
    is_one: bool = False
    is_claim: bool = False
    """Whether its words say nothing else: 'van wie', 'waarvan'."""


def partitives(sentence: Sentence) -> Iterator[Partitive]:
    for token in sentence.tokens:
        if token.kind is Kind.WORD and not token.is_own:
            found = _relative(sentence, token) or _of_figure(sentence, token) or _total(sentence, token)
            if found is not None:
                yield found
                yield from _listed_with(sentence, found)


def _listed_with(sentence: Sentence, said: Partitive) -> Iterator[Partitive]:
    """The figures that go on after the first: 'van wie F uit A, F uit B en F uit C'."""
    last = said.part
    for each in sentence.levels:
        if each.index <= last.index or each.index - last.index > _NEAR:
            continue
        if not said.is_claim or sentence.before(each, 1) not in (["en"], [","]):
            return
        last = each
        yield Partitive(each, each, each, said.wholes)


def _relative(sentence: Sentence, token: Token) -> Partitive | None:
    """'F, van wie F', 'F; daarvan F', 'F; F van hen'."""
    last, is_of_them = token, token.word in _OF_THEM
    if token.word in _PRONOUN and sentence.after(token, 1) == ["wie"]:
        last = sentence.tokens[token.index + 1]
    elif token.word in _PRONOUN and any(sentence.after(token, len(each)) == each for each in _THEM):
        last, is_of_them = sentence.tokens[token.index + 1], True
    elif token.word not in _AMONG and not is_of_them:
        return None
    before = [each for each in sentence.levels if each.index < token.index]
    after = next((each for each in sentence.figures if each.index > last.index), None)
    if is_of_them and before and before[-1].index == token.index - 1:
        part, before = before[-1], before[:-1]  # 'F van hen'
    elif after is None or after.index - last.index > _NEAR:
        return None
    else:
        part = after
    wholes = [sentence.meaning(each) for each in before]
    if is_of_them and not wholes:
        wholes = [each for each in sentence.earlier if each.is_level and each.point]
    found = Partitive(token, last, part, tuple(wholes), is_one=len(before) == 1, is_claim=not is_of_them)
    return found if wholes and part in sentence.levels else None


def _of_figure(sentence: Sentence, token: Token) -> Partitive | None:
    """'Van de F waren er F', 'onder de F waren F', 'van F mensen waren er F', 'F van de F'."""
    if token.word not in _PRONOUN or not lexicon.LEFT_OUT.isdisjoint(sentence.before(token, 1)):
        return None
    has_article = sentence.after(token, 1)[:1] != [] and sentence.after(token, 1)[0] in _ARTICLES
    whole = next((each for each in sentence.levels if each.index == token.index + 1 + has_article), None)
    if whole is None:
        return None
    before = next((each for each in sentence.levels if each.index == token.index - 1), None)
    part = before if before and has_article else _said_of(sentence, whole, is_plain=has_article)
    return Partitive(token, whole, part, (sentence.meaning(whole),), is_one=True) if part else None


def _said_of(sentence: Sentence, whole: Token, *, is_plain: bool) -> Token | None:
    """The figure after one with 'waren er' or the like between them; right before it where it is not `is_plain`."""
    part = next((each for each in sentence.figures if each.index > whole.index), None)
    if part is None or part not in sentence.levels or part.index - whole.index > _FAR:
        return None
    between = sentence.tokens[whole.index + 1 : part.index]
    if between[-1:] and between[-1].word == "er":
        return part if all(each.text == "," for each in between if each.kind is Kind.MARK) else None
    words = [each.word for each in between]
    is_apart = any(each.kind is Kind.MARK for each in between) or not _MOVES.isdisjoint(words[-2:])
    return part if is_plain and not _VERBS.isdisjoint(words) and not is_apart else None


def _total(sentence: Sentence, token: Token) -> Partitive | None:
    """'F, op een totaal van F': of the figure before it in the sentence, or else of that after it."""
    if token.word != "totaal" or sentence.before(token, 2)[:1] != ["op"] or sentence.after(token, 1) != ["van"]:
        return None
    whole = next((each for each in sentence.levels if each.index == token.index + 2), None)
    if whole is None:
        return None
    return _with(sentence, token, whole, [each for each in sentence.levels if each is not whole])


def _with(sentence: Sentence, token: Token, whole: Token, others: Sequence[Token]) -> Partitive | None:
    before = [each for each in others if each.index < whole.index]
    part = before[-1] if before else others[0] if others else None
    first = sentence.tokens[token.index - 2]
    return Partitive(first, whole, part, (sentence.meaning(whole),), is_one=True) if part else None
