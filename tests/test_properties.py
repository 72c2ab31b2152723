"""A property that may look at nothing says so: by an example that it must look at, or by what it counts or rejects."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parent
SAYING = {"event", "assume", "reject", "example", "note", "target"}


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield f"{path.relative_to(TESTS)}: {node.name}", node


def names_in(nodes: list[ast.expr] | list[ast.stmt]) -> set[str]:
    return {each.id for node in nodes for each in ast.walk(node) if isinstance(each, ast.Name)}


def asserts(node: ast.stmt) -> bool:
    """By an assertion of its own, or of a function that says by its name that it has one."""
    return any(isinstance(each, ast.Assert) or is_call_of_assertion(each) for each in ast.walk(node))


def is_call_of_assertion(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.startswith("assert_")


def may_look_at_nothing(function: ast.FunctionDef) -> bool:
    """Whether it can end before its first assertion, or all are under a condition or in a loop over what is found."""
    for statement in function.body:
        if any(isinstance(each, ast.Return) for each in ast.walk(statement)):
            return True
        is_certain = not isinstance(statement, ast.If | ast.For)
        is_certain |= isinstance(statement, ast.If) and bool(statement.orelse)
        is_certain |= isinstance(statement, ast.For) and isinstance(statement.iter, ast.Tuple | ast.List)
        if asserts(statement) and is_certain:
            return False
    return True


def test_a_property_that_may_look_at_nothing_says_so() -> None:
    properties = [(name, each) for name, each in functions() if "given" in names_in(each.decorator_list)]
    assert len(properties) > 20
    silent = [
        name
        for name, each in properties
        if may_look_at_nothing(each) and not SAYING & (names_in(each.decorator_list) | names_in(each.body))
    ]
    assert not silent, silent


def test_what_this_looks_for_is_found() -> None:
    sources = {
        "def f(x):\n    if x:\n        assert x": True,
        "def f(x):\n    try:\n        y = g(x)\n    except E:\n        return\n    assert y": True,
        "def f(x):\n    assert x\n    if x:\n        assert y": False,
        "def f(x):\n    assert_that(x)\n    if x:\n        assert y": False,
        "def f(x):\n    if x:\n        assert_that(x)": True,
        "def f(x):\n    for y in x:\n        assert y": True,
        "def f(x):\n    for y in (x, 1):\n        assert y": False,
        "def f(x):\n    if x:\n        assert x\n    else:\n        assert y": False,
    }
    for source, expected in sources.items():
        (node,) = ast.parse(source).body
        assert isinstance(node, ast.FunctionDef)
        assert may_look_at_nothing(node) is expected, source
