"""Where a key of a spec is in its file."""

from __future__ import annotations

from rapportage.diagnostics import Span
from rapportage.input.loading.nodes import Mapping, Scalar


def keys_in(node: Mapping, name: str) -> dict[str, Scalar]:
    """The keys of the mapping under `name`, which is known to exist, each by its text."""
    inner = node.get(name)
    if not isinstance(inner, Mapping):
        raise KeyError(name)
    return {key.text: key for key, _ in inner.entries}


def key_at(node: Mapping, *path: str) -> Scalar:
    """The last key of a path of keys, each inside the one before, that is known to exist."""
    *outer, last = path
    for name in outer:
        inner = node.get(name)
        if not isinstance(inner, Mapping):
            raise KeyError(name)
        node = inner
    return next(key for key, _ in node.entries if key.text == last)


def at_key(node: Mapping, *names: str) -> Span:
    """Where the first of these keys is that the mapping has; the mapping itself when it has none of them."""
    return next((key.span for name in names for key, _ in node.entries if key.text == name), node.span)
