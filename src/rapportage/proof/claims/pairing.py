"""Names and figures in two lists: 'A en B telden F en F', where the first is of the first and so on."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.claims.lexicon import SCALES, words
from rapportage.proof.claims.reading import Token

_JOINING = frozenset([",", *words("en of plus respectievelijk resp achtereenvolgens van naar")])
_WITH_NAMES = _JOINING | frozenset(words("in de het uit voor op bij over dat die"))
_WITH_FIGURES = _JOINING | frozenset(
    [".", "%", "(", ")", *SCALES, *words("euro procent procentpunt ruim bijna ongeveer")]
)


def paired(mentions: Sequence[Token], figures: Sequence[Token], tokens: Sequence[Token]) -> dict[int, list[Token]]:
    """By the place of a mention the figure with the same place in its list; empty where there are no two such lists."""
    names = runs(mentions, tokens)
    values = runs(figures, tokens, _WITH_FIGURES)
    found: dict[int, list[Token]] = {}
    for run in values:
        alike = [each for each in names if len(each) == len(run) and not _cross(each, run)]
        if len(alike) > 1:  # 'A en B hadden F en F; C en D minder'
            alike = [each for each in alike if not _is_apart(each, run, tokens)]
        if len(alike) == 1:
            found |= {mentions.index(name): [figure] for name, figure in zip(alike[0], run, strict=True)}
    return found


def runs(listed: Sequence[Token], tokens: Sequence[Token], joining: frozenset[str] = _WITH_NAMES) -> list[list[Token]]:
    """The lists of two and more: with only words that join between them, and one that joins them at the end."""
    found: list[list[Token]] = []
    for token in listed:
        between = [each.word for each in tokens[found[-1][-1].index + 1 : token.index]] if found else []
        if between and joining.issuperset(between) and not _JOINING.isdisjoint(between):
            found[-1].append(token)
        else:
            found.append([token])
    return [run for run in found if len(run) > 1]


def _is_apart(names: Sequence[Token], figures: Sequence[Token], tokens: Sequence[Token]) -> bool:
    first, last = sorted((names[0].index, figures[0].index))
    return any(each.text == ";" for each in tokens[first:last])


def _cross(names: Sequence[Token], figures: Sequence[Token]) -> bool:
    """Whether one list begins before the other has ended: 'A met F en B met F'."""
    return not (names[-1].index < figures[0].index or figures[-1].index < names[0].index)
