"""Which figure a time or name in a sentence belongs to, by where they are: 'van F in T naar F in T', 'in T F'."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from rapportage.proof.claims import change_words
from rapportage.proof.claims.pairing import paired
from rapportage.proof.claims.reading import Kind, Token

_BREAKS = frozenset(",;:()–—")
_FEW = ("nog", "slechts", "al", "alleen")
_WORDS = frozenset(["maar", "terwijl", "tegen", "tegenover", "waarvan", "waaronder", "gevolgd", "en", "of", "alsmede"])


_TO = frozenset(["naar", "tot"])
_FROM_TO = (["van"], ["tot"], ["naar"])


class Clauses(Struct, frozen=True, dict=True):
    """A sentence in pieces: for each token the number of its piece."""

    tokens: Sequence[Token]
    numbers: Sequence[int]
    parts: Sequence[int]
    """For each token the number of the part of the sentence between semicolons."""

    @staticmethod
    def of(tokens: Sequence[Token]) -> Clauses:
        numbers, current = [], 0
        parts, part = [], 0
        for token in tokens:
            is_joining = token.kind is Kind.WORD and token.word in _WORDS and not _is_only(tokens, token)
            if is_joining or (token.kind is Kind.MARK and token.text in _BREAKS):
                current += 1
            numbers.append(current)
            part += token.text == ";"
            parts.append(part)
        return Clauses(tokens, numbers, parts)

    def number(self, token: Token) -> int:
        return self.numbers[token.index]

    def at(self, number: int) -> Sequence[Token]:
        """The tokens of a piece."""
        return self._pieces.get(number, ())

    @cached_property
    def _pieces(self) -> Mapping[int, Sequence[Token]]:
        found: dict[int, list[Token]] = {}
        for token, number in zip(self.tokens, self.numbers, strict=True):
            found.setdefault(number, []).append(token)
        return found

    def together(self, one: Token, other: Token) -> bool:
        """Whether no semicolon is between two tokens."""
        return self.parts[one.index] == self.parts[other.index]


def _is_only(tokens: Sequence[Token], token: Token) -> bool:
    """Whether 'maar' says that it is few: 'nog maar F'."""
    return token.word == "maar" and token.index > 0 and tokens[token.index - 1].word in _FEW


def bound(mentions: Sequence[Token], figures: Sequence[Token], clauses: Clauses) -> dict[int, list[Token]]:
    """By the place of a mention among `mentions`, the figures that it is of; those that can't be told are left out."""
    if not figures:
        return {}
    if len(figures) == 1:
        return {place: [figures[0]] for place, each in enumerate(mentions) if clauses.together(each, figures[0])}
    in_clause: dict[int, list[Token]] = {}
    for figure in figures:
        in_clause.setdefault(clauses.number(figure), []).append(figure)
    found = paired(mentions, figures, clauses.tokens) | _behind(mentions, figures, clauses.tokens)
    last = max(in_clause)
    told = {clauses.number(mention) for mention in mentions}
    for place, mention in enumerate(mentions):
        if place in found:
            continue
        own = clauses.number(mention)
        near = in_clause.get(own, [])
        if len(near) == 1:
            found[place] = near
        elif near:
            found[place] = _by_order(mention, [each for each in mentions if clauses.number(each) == own], near)
        else:
            ahead = (number for number in range(own + 1, last + 1) if number in in_clause)
            behind = (number for number in range(own - 1, -1, -1) if number in in_clause)
            forward = next((each for each in ahead if clauses.together(mention, in_clause[each][0])), None)
            backward = next((each for each in behind if clauses.together(mention, in_clause[each][-1])), None)
            if backward is not None and _is_aside(mention, clauses):
                found[place] = in_clause[backward][-1:]
            elif forward is not None and forward not in told:
                found[place] = _ended(in_clause[forward], clauses.tokens)
            elif backward is not None and backward not in told:
                found[place] = in_clause[backward][-1:]
    return {place: each for place, each in found.items() if each}


def _ended(figures: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
    """The first of the figures, or where that went: of 'In mei daalde het, van F naar F' the last."""
    leads = [tokens[each.index - 1].word for each in figures[:2]]
    return [figures[1] if leads in (["van", "naar"], ["van", "tot"]) else figures[0]]


def _behind(mentions: Sequence[Token], figures: Sequence[Token], tokens: Sequence[Token]) -> dict[int, list[Token]]:
    """Those with their figure in brackets right behind them ('onder 45-plussers (F)', '(2023: F)'), or right before.

    'van F in mei tot F in juni'.
    """
    found = {}
    places = {each.index: each for each in figures}
    for place, mention in enumerate(mentions):
        start = mention.index + 1
        start += [each.text for each in tokens[start : start + 2]][1:] == ["("] and tokens[start].kind is Kind.WORD
        words = [each.text for each in tokens[start : start + 4] if each.text != "%"][:3]
        figure = places.get(start + 1)
        if figure and words[2:] == [")"] and words[0] in ("(", ":"):
            found[place] = [figure]
        if figure and words[0] in _TO and _moves(mention, places, tokens):
            found[place] = [figure]
        own = places.get(mention.index - 1)
        if own and place not in found and own.kind is Kind.FIGURE and words[:1] != ["("]:
            found[place] = [own]  # 'F vrouwen op F doden'
        ahead = places.get(mention.index - 2)
        is_range = ahead is not None and [each.word for each in tokens[ahead.index - 1 : ahead.index]] in _FROM_TO
        if ahead is not None and is_range and tokens[mention.index - 1].word == "in":
            found[place] = [ahead]
    return found


def _moves(mention: Token, places: Mapping[int, Token], tokens: Sequence[Token]) -> bool:
    """Whether a verb of change is between the last figure and a mention: 'na F steeg het in mei naar F'."""
    last = max((index for index in places if index < mention.index), default=0)
    between = (each.word for each in tokens[last : mention.index])
    return any(word in change_words.DIRECTIONS or word in change_words.SEPARABLE for word in between)


def _is_aside(mention: Token, clauses: Clauses) -> bool:
    """Whether it is between brackets without a figure: '3.080 (politie)', and not '3.080 (politie: 1.200)'."""
    opened = [token for token in clauses.tokens[: mention.index] if clauses.number(token) == clauses.number(mention)]
    inside = itertools.takewhile(lambda token: token.text != ")", clauses.tokens[mention.index :])
    return bool(opened) and opened[0].text == "(" and all(token.kind is not Kind.FIGURE for token in inside)


def _by_order(mention: Token, mentions: Sequence[Token], figures: Sequence[Token]) -> list[Token]:
    """Within a piece with more figures: what comes first there tells whether names come before or after figures."""
    if figures[0].start < mentions[0].start:
        before = [figure for figure in figures if figure.start < mention.start]
        return before[-1:]
    after = [figure for figure in figures if figure.start > mention.start]
    following = [each for each in mentions if each.start > mention.start]
    limit = following[0].start if following else None
    return [figure for figure in after if limit is None or figure.start < limit]
