"""How many a list has: 'lieten er twee een stijging zien: A (van F naar F) en B (van F naar F)'."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.listed import is_of_some
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_FEWEST = 2
_TO_COLON = 9
_JOINS = frozenset((",", "en", "de", "het", "in", "op", "uit", "van"))


def listed_counts(sentence: Sentence) -> Iterator[Verdict]:
    """Of 'er twee …: A (F) en B (F)' whether there are two behind the colon, each with figures in brackets."""
    if ":" not in sentence.reading.text:
        return
    for token in sentence.tokens:
        count = lexicon.CARDINALS.get(token.word, 0)
        if token.is_own or count < _FEWEST or sentence.before(token, 1) != ["er"]:
            continue
        colon = next((each for each in sentence.tokens[token.index + 1 :] if each.text in (":", ";")), None)
        if colon is None or colon.text != ":" or is_of_some(sentence.tokens[colon.index + 1 :]):
            continue
        between = sentence.tokens[token.index + 1 : colon.index]
        listed = _listed(sentence, colon)
        is_plain = len(between) <= _TO_COLON and not any(each.kind in (Kind.NUMBER, Kind.FIGURE) for each in between)
        if is_plain and len(listed) >= _FEWEST:
            told = f"het zijn er {len(listed)}"
            yield sentence.verdict(ClaimKind.PORTION, token, token, len(listed) == count, told)


def _listed(sentence: Sentence, colon: Token) -> list[Token]:
    """The names behind it, where nothing else is but what is in brackets behind each; or none."""
    found: list[Token] = []
    is_within = False
    for each in sentence.tokens[colon.index + 1 :]:
        if each.text in ("(", ")"):
            is_within = each.text == "("
        elif is_within or each.text == ".":
            continue
        elif each.kind is Kind.PART:
            found.append(each)
        elif each.word not in _JOINS:
            return []
    has_figures = all(sentence.after(each, 1) == ["("] for each in found)
    return found if has_figures else []
