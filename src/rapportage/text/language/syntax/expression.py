"""Parses one expression with Jinja2's lexer and parser, and checks it against what the text language allows.

Nothing is compiled: Jinja2's code generator, constant folding, filters and globals are never reached. In the tree,
`lineno` holds not the line but the offset in the source, because the tokens are given that way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TokenStream
from jinja2.parser import Parser
from msgspec import Struct

from rapportage.diagnostics.own_names import PART, PARTED
from rapportage.diagnostics.suggestion import suggest
from rapportage.document.characters import unseen
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.syntax.mending import mended

MAX_CHARACTERS = 500
MAX_LEVELS = 20
EXAMPLE = f"bijvoorbeeld: {{{{ {PARTED}['{PART}'].aandeel | pct }}}}"

_ENVIRONMENT = Environment()
_QUOTE = re.compile("['\"]")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""What looks like thousands with their point."""
_MEANT = {
    **dict.fromkeys(("procent", "procenten", "percentage", "perc"), "pct"),
    **dict.fromkeys(("afgerond", "afronden", "rond", "round"), "decimalen(1)"),
    **dict.fromkeys(("grootste", "hoogsten"), "top(3)"),
}
"""What a filter is called that someone may look for by another word."""
_OPENING, _PREFIXES = frozenset("([{"), frozenset(("-", "+", "not"))

CALLS = {
    "naar": "{{ woningen.naar('eigendom') | top(3) | opsomming }}",
    "per": "{{ woningen.naar('gemeente').per('provincie') | top(3) | opsomming }}",
}
"""What may be asked with `.name(…)`, with an example."""

_ALLOWED = (
    nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Call, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.Neg, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Const,
)  # fmt: skip
_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Pow: "machtsverheffen (**) kan niet",
    nodes.FloorDiv: "delen zonder rest (//) kan niet",
    nodes.Mod: "rest van een deling (%) kan niet",
    nodes.Concat: "aan elkaar plakken met ~ kan niet",
    nodes.Pos: "een plusteken voor een getal kan niet",
    nodes.Test: "een test met 'is' kan niet",
    nodes.List: "een lijst met [ ] kan hier niet",
    nodes.Tuple: "een opsomming met komma's kan hier niet",
    nodes.Dict: "accolades kunnen hier niet",
    nodes.Slice: "een bereik met : kan hier niet",
}


class Vocabulary(Struct, frozen=True):
    """The names, filters and functions that an expression may use."""

    names: Collection[str]
    filters: Collection[str]
    functions: Collection[str]


class Expression(Struct, frozen=True):
    """A parsed and allowed expression. `offset` is where its source is in the text of the scalar."""

    source: str
    offset: int
    tree: nodes.Expr

    def number_at(self, offset: int) -> Decimal:
        """The number that is written at `offset` in the source, exactly as written."""
        written = _NUMBER.match(self.source, offset)
        if written is None:
            raise ValueError(f"no number at {offset} in {self.source!r}")
        return Decimal(written.group())


def parse_expression(
    source: str, offset: int, vocabulary: Vocabulary
) -> tuple[Expression | None, list[ExpressionFault]]:
    """The expression in `source`, or None with every fault that can be seen without knowing the figures."""
    if len(source.strip()) > MAX_CHARACTERS:
        message = f"deze uitdrukking telt {len(source.strip())} tekens; het mogen er {MAX_CHARACTERS} zijn"
        return None, [ExpressionFault("T102", message, "verdeel haar over meer uitdrukkingen of zinnen", offset=0)]
    try:
        tree = _tree(source)
    except ExpressionFault as fault:
        return None, [fault]
    except TemplateSyntaxError as error:
        hidden = unseen(source)
        if hidden is not None:
            message = f"in deze uitdrukking staat een teken dat niet te zien is (U+{ord(hidden):04X})"
            return None, [
                ExpressionFault("T101", message, "haal het weg, of typ de uitdrukking opnieuw", source.index(hidden))
            ]
        return None, [_unreadable(source, min(error.lineno, max(len(source) - 1, 0)))]
    faults = list(_check(source, tree, vocabulary))
    return (None, faults) if faults else (Expression(source, offset, tree), [])


def _unreadable(source: str, place: int) -> ExpressionFault:
    """What is wrong with what can't be parsed, which failed at `place`; with what was most likely meant."""
    if not source.strip():
        return ExpressionFault("T101", "hier staat niets tussen de accolades", EXAMPLE, offset=0)
    meant = mended(source, is_readable)
    if meant is None:
        return ExpressionFault("T101", "deze uitdrukking is niet te lezen", EXAMPLE, offset=place)
    message = f"deze uitdrukking is niet te lezen: {meant.message}"
    return ExpressionFault("T101", message, f"schrijf: {meant.source}", offset=meant.place)


def is_readable(source: str) -> bool:
    """Whether it can be parsed as an expression, whatever the names in it."""
    try:
        _tree(source)
    except (ExpressionFault, TemplateSyntaxError):
        return False
    return True


@lru_cache(maxsize=1000)
def _tree(source: str) -> nodes.Expr:
    """The tree of `source`, kept because the rows of a table share the expression of a column; nothing changes it."""
    tokens = list(_tokens(source))
    _bound_levels(tokens)
    return _parse(source, tokens)


def _tokens(source: str) -> Iterator[tuple[int, str, str]]:
    """Jinja2's raw tokens, with their offset in place of the line."""
    offset = 0
    try:
        for _, kind, text in _ENVIRONMENT.lexer.tokeniter(source, None, state="variable"):
            yield offset, kind, text
            offset += len(text)
    except TemplateSyntaxError as error:
        raise TemplateSyntaxError(error.message or "", offset) from error


def _parse(source: str, tokens: list[tuple[int, str, str]]) -> nodes.Expr:
    for offset, kind, text in tokens:
        if kind == "float" and _THOUSANDS.fullmatch(text):
            plain = text.replace(".", "")
            meant = text.rstrip("0").rstrip(".").replace(".", ",")
            hint = f"schrijf {plain} (zonder punt), of {text}0 als u {meant} bedoelt"
            raise ExpressionFault("T103", f"'{text}' is hier {meant}, en geen {plain}", hint, offset, len(text))
        if kind in ("integer", "float") and not _NUMBER.fullmatch(text):
            hint = "schrijf een getal met alleen cijfers, en een punt voor decimalen"
            raise ExpressionFault("T103", f"'{text}' is hier geen getal", hint, offset, len(text))
        if kind == "string" and "\\" in text:
            raise ExpressionFault(
                "T103", "een backslash kan niet in een tekst tussen aanhalingstekens", None, offset, len(text)
            )
    parser = Parser(_ENVIRONMENT, "", state="variable")
    parser.stream = TokenStream(_ENVIRONMENT.lexer.wrap(tokens), None, None)
    tree = parser.parse_expression()
    if not parser.stream.eos:
        raise TemplateSyntaxError("more after the expression", parser.stream.current.lineno)
    return tree


def _bound_levels(tokens: list[tuple[int, str, str]]) -> None:
    """Keeps the parser, which recurses, from going deep."""
    depth = prefixes = 0
    for offset, kind, text in tokens:
        if kind == "whitespace":
            continue
        prefixes = prefixes + 1 if text in _PREFIXES else 0
        depth += (text in _OPENING) - (text in (")", "]", "}")) if kind == "operator" else 0
        if depth + prefixes > MAX_LEVELS:
            raise _too_deep(offset)


def _too_deep(offset: int) -> ExpressionFault:
    return ExpressionFault(
        "T102", f"deze uitdrukking is dieper dan {MAX_LEVELS} niveaus", "verdeel haar in kleinere", offset
    )


def _check(source: str, tree: nodes.Expr, vocabulary: Vocabulary) -> Iterator[ExpressionFault]:
    """Everything in the tree that is not allowed or not known, without recursion."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 1)]
    while waiting:
        node, level = waiting.pop()
        if level > MAX_LEVELS:
            yield _too_deep(node.lineno)
            return
        refused = _refusal(node)
        if refused:
            yield refused
            continue
        bare = _bare_item(source, node, vocabulary)
        if bare:
            yield bare
            waiting.append((node.node, level + 1)) if isinstance(node, nodes.Getitem) else None
            continue
        unknown = _unknown_name(node, vocabulary)
        if unknown:
            yield unknown
        waiting.extend((child, level + 1) for child in _children(node))


def _children(node: nodes.Node) -> Iterable[nodes.Node]:
    """What is worked out before the node: not the name of a function, nor a tuple that is two names between [ ]."""
    match node:
        case nodes.Call(node=nodes.Getattr(node=inner), args=arguments):
            return (inner, *arguments)
        case nodes.Call(args=arguments):
            return arguments
        case nodes.Getitem(node=inner, arg=nodes.Tuple(items=items)):
            return (inner, *items)
    return node.iter_child_nodes()


def _refusal(node: nodes.Node) -> ExpressionFault | None:
    """What is never allowed, whatever the names mean."""
    if not isinstance(node, _ALLOWED):
        message = next((text for kind, text in _REFUSED.items() if isinstance(node, kind)), None)
        return ExpressionFault("T104", message or "dit kan niet in een uitdrukking", EXAMPLE, node.lineno)
    match node:
        case nodes.Call() if not _is_named(node.node):
            return ExpressionFault(
                "T104", "een aanroep kan hier niet", f"gebruik een filter: {{{{ {PARTED} | top(5) }}}}", node.lineno
            )
        case nodes.Call() | nodes.Filter() if node.kwargs or node.dyn_args or node.dyn_kwargs:
            return ExpressionFault("T104", "geef waarden zonder naam of sterretje", "bijvoorbeeld: top(5)", node.lineno)
        case nodes.Getattr(attr=name) if name.startswith("_"):
            return ExpressionFault(
                "T104", f"'{name}' kan niet: een naam begint met een letter", None, node.lineno, len(name) + 1
            )
        case nodes.CondExpr(expr2=None):
            return ExpressionFault(
                "T104", "'if' zonder 'else'", "bijvoorbeeld: {{ 'meer' if a > b else 'minder' }}", node.lineno
            )
        case nodes.Const(value=None):
            return ExpressionFault("T104", "'none' kan niet in een uitdrukking", EXAMPLE, node.lineno, 4)
    return None


def _is_named(node: nodes.Node) -> bool:
    """Whether what is called is a function, or one of the things that a series can be asked."""
    return isinstance(node, nodes.Name) or (isinstance(node, nodes.Getattr) and node.attr in CALLS)


def _bare_item(source: str, node: nodes.Node, vocabulary: Vocabulary) -> ExpressionFault | None:
    """What is between [ ] without quotes and is no name that is known: 'Amsterdam', '2026-Q1'."""
    if not isinstance(node, nodes.Getitem):
        return None
    named = [node.arg] if isinstance(node.arg, nodes.Name) else [*node.arg.find_all(nodes.Name)]
    inner = source[node.lineno + 1 : source.find("]", node.lineno)]
    if all(each.name in vocabulary.names for each in named) or _QUOTE.search(inner):
        return None
    written = inner.strip()
    message = f"'{written[:60]}' staat zonder aanhalingstekens tussen [ ]"
    return ExpressionFault("T105", message, f"schrijf: {source[: node.lineno].strip()}['{written}']", named[0].lineno)


def _unknown_name(node: nodes.Node, vocabulary: Vocabulary) -> ExpressionFault | None:
    match node:
        case nodes.Name(name=name) if name not in vocabulary.names:
            code, what, known = "T105", "onbekende naam", vocabulary.names
        case nodes.Filter(name=name) if name not in vocabulary.filters:
            code, what, known = "T106", "onbekend filter", vocabulary.filters
        case nodes.Call(node=nodes.Name(name=name) as node) if name not in vocabulary.functions:
            code, what, known = "T107", "onbekende functie", vocabulary.functions
        case _:
            return None
    hint = f"bedoelt u '{_MEANT[name]}'?" if code == "T106" and name in _MEANT else suggest(name, known)
    return ExpressionFault(code, f"{what} '{name}'", hint, node.lineno, len(name))
