"""What a plain scalar means: the core schema of YAML 1.2 (10.3.2), in which NO, on and 12:30 are words."""

from __future__ import annotations

import re

from rapportage.input.loading.nodes import Kind

_PATTERNS = (
    (Kind.EMPTY, re.compile(r"|~|null|Null|NULL")),
    (Kind.BOOLEAN, re.compile(r"true|True|TRUE|false|False|FALSE")),
    (Kind.INTEGER, re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")),
    (
        Kind.DECIMAL,
        re.compile(
            r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
        ),
    ),
)


def kind_of(text: str) -> Kind:
    """The kind of an unquoted value."""
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(text)), Kind.TEXT)
