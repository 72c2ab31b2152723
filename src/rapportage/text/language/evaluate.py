"""Works out a parsed expression, node by node; nothing but the nodes below can run."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping
from decimal import Decimal

from jinja2 import nodes
from msgspec import Struct

from rapportage.figures.results import FigureError
from rapportage.text.language.faults import ExpressionFault, RestsOnFault, UnnamedBreakdown, Unsound, told
from rapportage.text.language.operations import calculate, compare, truth
from rapportage.text.language.syntax.expression import Expression, Vocabulary
from rapportage.text.language.views.counterparts import item_of
from rapportage.text.language.views.period_views import View


class Operation(Struct, frozen=True):
    """A filter or function: `run` gets the filtered value first, then at least `least` and at most `most` arguments."""

    run: Callable[..., object]
    least: int
    most: int
    example: str
    without: object = None
    """What it gives where the data can't give its value: only who asks for that has an answer."""


class Scope(Struct, frozen=True):
    """The names, filters and functions that an expression can use, with their meaning."""

    names: MutableMapping[str, object]
    filters: Mapping[str, Operation]
    functions: Mapping[str, Operation]
    own: frozenset[str] = frozenset()
    """Those of the names that only some texts know: that of a row of a table, or of a loop."""

    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.names.keys(), self.filters.keys(), self.functions.keys())

    def naming(self, **names: object) -> Scope:
        """This scope with some names more: `rij` in a table."""
        return Scope(ChainMap(names, self.names), self.filters, self.functions, self.own.union(names))


_CALCULATIONS: dict[type[nodes.Node], str] = {nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/"}
_COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}
NOT_THERE = ("T301", "T304", "T305", "T310")
"""Faults of a figure that the data can't give: a share in 0, week 53 of a year without one, a change from 0."""
MINUS_ONE = Decimal(-1)


def evaluate(expression: Expression, scope: Scope) -> object:
    """The value of the expression. Raises Fault, placed within the expression's source."""
    return _Evaluator(expression, scope).value(expression.tree)


class _Evaluator:
    def __init__(self, expression: Expression, scope: Scope) -> None:
        self.expression = expression
        self.scope = scope

    def value(self, node: nodes.Node) -> object:
        try:
            return self._value(node)
        except FigureError as error:
            raise told(error).placed(node.lineno, 1) from error
        except ExpressionFault as fault:
            if isinstance(fault, UnnamedBreakdown):
                fault.mend(self.expression.source, _end_of_operand(node, self.expression.source))
            raise fault.placed(node.lineno, _length(node)) from fault

    def _value(self, node: nodes.Node) -> object:
        match node:
            case nodes.Const(value=str() | bool() as constant):
                return constant
            case nodes.Const():
                return self.expression.number_at(node.lineno)
            case nodes.Name(name=name):
                return self._named(name)
            case nodes.Getattr(node=inner, attr=name):
                return _view(self.value(inner)).attribute(name)
            case nodes.Getitem(node=inner, arg=key):
                asked = tuple(map(self.value, key.items)) if isinstance(key, nodes.Tuple) else self.value(key)
                return item_of(_view(self.value(inner)), asked)
            case nodes.Filter(node=nodes.Node() as inner, name=name, args=arguments):
                return self._apply(name, self.scope.filters[name], self.value(inner), arguments)
            case nodes.Call(node=nodes.Getattr(node=inner, attr=name), args=arguments):
                return _view(self.value(inner)).call(name, [self.value(argument) for argument in arguments])
            case nodes.Call(node=nodes.Name(name=name), args=[first, *arguments]):
                return self._call(name, self.scope.functions[name], first, arguments)
            case nodes.Call(node=nodes.Name(name=name)):
                raise ExpressionFault(
                    "T108", f"'{name}' zonder waarden", f"bijvoorbeeld: {self.scope.functions[name].example}"
                )
            case nodes.Neg(node=inner):
                return calculate("*", self.value(inner), MINUS_ONE)
            case nodes.Add() | nodes.Sub() | nodes.Mul() | nodes.Div():
                return calculate(_CALCULATIONS[type(node)], self.value(node.left), self.value(node.right))
            case _:
                return self._logic(node)

    def _named(self, name: str) -> object:
        value = self.scope.names[name]
        if isinstance(value, Unsound):
            raise RestsOnFault(value.cause)
        return value

    def _logic(self, node: nodes.Node) -> object:
        match node:
            case nodes.Compare(expr=first, ops=operands):
                return self._compare(first, operands)
            case nodes.And():
                return truth(self.value(node.left)) and truth(self.value(node.right))
            case nodes.Or():
                return truth(self.value(node.left)) or truth(self.value(node.right))
            case nodes.Not(node=inner):
                return not truth(self.value(inner))
            case nodes.CondExpr(test=test, expr1=first, expr2=nodes.Expr() as second):
                return self.value(first if truth(self.value(test)) else second)
        raise ExpressionFault("T104", "dit kan niet in een uitdrukking")

    def _compare(self, first: nodes.Expr, operands: list[nodes.Operand]) -> bool:
        """A chain of comparisons: 0 < a < b."""
        left = self.value(first)
        for operand in operands:
            if operand.op not in _COMPARISONS:
                raise ExpressionFault(
                    "T104", f"vergelijken met '{operand.op}' kan niet", "gebruik ==, !=, <, <=, > of >="
                )
            right = self.value(operand.expr)
            if not compare(_COMPARISONS[operand.op], left, right):
                return False
            left = right
        return True

    def _call(self, name: str, function: Operation, first: nodes.Expr, arguments: list[nodes.Expr]) -> object:
        try:
            value = self.value(first)
        except ExpressionFault as fault:
            if function.without is None or fault.code not in NOT_THERE:
                raise
            return function.without
        return self._apply(name, function, value, arguments)

    def _apply(self, name: str, operation: Operation, value: object, arguments: list[nodes.Expr]) -> object:
        if not operation.least <= len(arguments) <= operation.most:
            message = f"'{name}' vraagt {_counted(operation)}, en kreeg er {len(arguments)}"
            raise ExpressionFault("T108", message, f"bijvoorbeeld: {operation.example}")
        return operation.run(value, *(self.value(argument) for argument in arguments))


def _counted(operation: Operation) -> str:
    if operation.least == operation.most:
        return {0: "geen waarden tussen haakjes", 1: "één waarde"}.get(operation.least, f"{operation.least} waarden")
    return f"{operation.least} tot en met {operation.most} waarden"


def _view(value: object) -> View:
    if isinstance(value, View):
        return value
    raise ExpressionFault("T303", "dit heeft geen onderdelen of eigenschappen")


def _end_of_operand(node: nodes.Node, source: str) -> int:
    """Where the value ends of which a node asks something: before its '|', '.' or '['."""
    match node:
        case nodes.Filter():
            return source.rindex("|", 0, node.lineno)
        case nodes.Getattr() | nodes.Getitem():
            return node.lineno
    return len(source)


def _length(node: nodes.Node) -> int:
    """How many characters of the source to point at: a name in full, else one."""
    match node:
        case nodes.Name(name=name) | nodes.Filter(name=name):
            return len(name)
    return 1
