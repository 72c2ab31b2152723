"""Where a key of a spec stands in its file."""

from __future__ import annotations

from rapportage.loading.nodes import Mapping, Scalar


def key_at(node: Mapping, *path: str) -> Scalar:
    """The last key of a path of keys, each inside the one before, that is known to exist."""
    *outer, last = path
    for name in outer:
        inner = node.get(name)
        if not isinstance(inner, Mapping):
            raise KeyError(name)
        node = inner
    return next(key for key, _ in node.entries if key.text == last)
