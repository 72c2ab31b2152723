"""What a plain scalar means: the core schema of YAML 1.2 (10.3.2), in which NO, on and 12:30 are words."""

from __future__ import annotations

import re

from rapportage.input.loading.nodes import Kind

_KINDS = {
    Kind.EMPTY: r"|~|null|Null|NULL",
    Kind.BOOLEAN: r"true|True|TRUE|false|False|FALSE",
    Kind.INTEGER: r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    Kind.DECIMAL: (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    ),
}
_PATTERN = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _KINDS.items()))
_BY_NAME = {kind.name: kind for kind in _KINDS}


def kind_of(text: str) -> Kind:
    """The kind of an unquoted value."""
    found = _PATTERN.fullmatch(text)
    return Kind.TEXT if found is None else _BY_NAME[found.lastgroup or ""]
