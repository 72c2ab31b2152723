"""Writes values as YAML that is read back as the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapportage.document import normal
from rapportage.input.loading.nodes import Kind
from rapportage.input.loading.schema import kind_of

Tree = Mapping[str, "Tree | str"]
"""Keys with what is under them; a text is YAML already."""
_PLAIN = re.compile(r"[^\W_][^\n:#\[\]{},&*!|>'\"%@`\\]*", re.UNICODE)
"""What needs no quotes anywhere: also not between braces."""
STEP = 2


@lru_cache(maxsize=4096)
def quoted(text: str) -> str:
    """The text as a value or key: in quotes where it would else be read as something else."""
    is_text = kind_of(text) is Kind.TEXT and text == text.strip()
    if text and is_text and _PLAIN.fullmatch(text) and normal.text(text) == text:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def number_or_quoted(text: str) -> str:
    """The text of a date or a code: in quotes only where it must be."""
    return text if re.fullmatch(r"\d[\d-]*", text, re.ASCII) else quoted(text)


def block(tree: Tree, margin: int) -> str:
    """The lines of a mapping with that much before each; each ends in a line feed."""
    made = ""
    for key, value in tree.items():
        head = f"{' ' * margin}{_key(key)}:"
        if isinstance(value, str):
            made += f"{head} {value}".rstrip() + "\n"
        else:
            made += f"{head}\n{block(value, margin + STEP)}"
    return made


def flow(tree: Tree) -> str:
    """The mapping on one line."""
    parts = (f"{_key(key)}: {value if isinstance(value, str) else flow(value)}" for key, value in tree.items())
    return f"{{{', '.join(parts)}}}"


def _key(key: str) -> str:
    return key if key.replace("-", "").isdecimal() else quoted(key)
