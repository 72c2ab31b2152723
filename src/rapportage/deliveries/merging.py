"""Puts keys and values into the text of a YAML file, so that comments, order and all else stay as they were."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec import Struct, field

from rapportage.deliveries.yaml_text import STEP, Tree, block, flow
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar, Sequence
from rapportage.input.next_period.editor import Editor

_BETWEEN = re.compile(r"(?:\s|#[^\n]*(?=\n))*")
"""White space and comments within braces."""


class _Addition(Struct):
    """What comes at the end of a mapping; or, where `empty` is given, under the key `name` that has only that."""

    owner: Mapping
    tree: dict[str, Tree | str] = field(default_factory=dict)
    name: Scalar | None = None
    empty: Scalar | None = None


class Merge(Struct):
    """Changes to a file with root `node`: what is not there is added, together with what comes to the same place."""

    node: Mapping
    editor: Editor
    _additions: list[_Addition] = field(default_factory=list)
    _emptied: list[Mapping] = field(default_factory=list)
    """Mappings between braces out of which all was taken."""

    def put(self, path: tuple[str, ...], value: str) -> None:
        """Writes a value at a path of keys: at the end of the deepest mapping that is there, or where it is empty."""
        at: Mapping = self.node
        for place, key in enumerate(path):
            found = at.get(key)
            rest = path[place + 1 :]
            if found is None:
                self._add(at, (key, *rest), value)
                return
            if isinstance(found, Mapping) and rest:
                at = found
                continue
            if not isinstance(found, Scalar) or (rest and found.kind is not Kind.EMPTY):
                raise NoPlace(path)
            if rest:
                self._fill(at, key, found, rest, value)
            else:
                self._replace(found, value)
            return
        raise NoPlace(path)

    def has_comment(self, owner: Mapping, name: Scalar) -> bool:
        """Whether somebody wrote a comment in the lines of a key, which would go with it."""
        if self._is_flow(owner):
            return False
        start, end = self.editor.block(name)
        return "#" in self.editor.text[start:end]

    def take_out(self, owner: Mapping, keys: Collection[str]) -> None:
        """Takes keys with their values out of a mapping: whole lines, or what is between the commas."""
        if not self._is_flow(owner):
            for place, (name, _) in enumerate(owner.entries):
                start, end = self.editor.block(name)
                if place == len(owner.entries) - 1:  # the empty lines below it are between its owner and what follows
                    lines = self.editor.text[start:end]
                    end -= len(lines) - len(lines.rstrip()) - 1 if lines.endswith("\n") else 0
                if name.text in keys:
                    self.editor.changes.append((start, end, ""))
            return
        entries = [(name, value) for name, value in owner.entries if name.text not in keys]
        last_kept = self._end(entries[-1][1]) if entries else None
        for place, (name, _) in enumerate(owner.entries):
            after = owner.entries[place + 1 :]
            if name.text in keys and any(each.text not in keys for each, _ in after):
                self.editor.changes.append((self.editor.offset(name), self.editor.offset(after[0][0]), ""))
        if owner.entries[-1][0].text in keys:
            first = self.editor.offset(owner.entries[0][0])
            start = first if last_kept is None else self.editor.text.index(",", last_kept)
            self.editor.changes.append((start, self._end(owner.entries[-1][1]), ""))
        self._emptied += [owner] if last_kept is None else []

    def result(self) -> str:
        """The text with all that was put in it."""
        for each in sorted(self._additions, key=lambda each: -_margin(each.owner)):  # what is deeper comes first
            self._write(each)
        self._additions = []
        return self.editor.result()

    # --- Where it goes ----------------------------------------------------------------------------

    def _add(self, owner: Mapping, path: tuple[str, ...], value: str) -> None:
        found = next((each for each in self._additions if each.owner is owner and each.empty is None), None)
        if found is None:
            found = _Addition(owner)
            self._additions.append(found)
        _into(found.tree, path, value)

    def _fill(self, owner: Mapping, key: str, empty: Scalar, path: tuple[str, ...], value: str) -> None:
        found = next((each for each in self._additions if each.empty is empty), None)
        if found is None:
            name = next(name for name, _ in owner.entries if name.text == key)
            found = _Addition(owner, name=name, empty=empty)
            self._additions.append(found)
        _into(found.tree, path, value)

    def _replace(self, scalar: Scalar, value: str) -> None:
        start = self.editor.offset(scalar)
        end, space = start + len(scalar.raw), ""
        if not scalar.raw:  # with the space before it, so that it is a change of its own beside what comes after
            start -= self.editor.text[start - 1 : start] == " "
            space = " "
        self.editor.changes.append((start, end, f"{space}{value}"))

    def _write(self, addition: _Addition) -> None:
        owner, tree = addition.owner, addition.tree
        if addition.empty is not None and addition.name is not None:
            self._write_under(addition.name, addition.empty, tree, is_flow=self._is_flow(owner))
        elif self._is_flow(owner):
            at = self._end(owner.entries[-1][1]) if owner.entries else self._end(owner) - 1
            words = flow(tree)[1:-1]
            is_empty = not owner.entries or any(each is owner for each in self._emptied)
            self._insert(at, words if is_empty else f", {words}")
        else:
            end = self._last_line_end(owner)
            lead = "" if self.editor.text[end - 1 : end] == "\n" else "\n"
            apart = "\n" if self._is_apart(owner) else ""
            words = apart.join(block({key: value}, _margin(owner)) for key, value in tree.items())
            self._insert(end, lead + apart + words)

    def _insert(self, at: int, words: str) -> None:
        """Puts words there; where what is there is taken out, they come instead."""
        changes = self.editor.changes
        for number, (start, end, instead) in enumerate(changes):
            if start <= at < end:
                changes[number] = (start, end, instead + words)
                return
        changes.append((at, at, words))

    def _is_apart(self, owner: Mapping) -> bool:
        """Whether its keys have empty lines between them."""
        start = self.editor.block(owner.entries[-1][0])[0]
        return len(owner.entries) > 1 and self.editor.text[:start].endswith("\n\n")

    def _write_under(self, name: Scalar, empty: Scalar, tree: Tree, *, is_flow: bool) -> None:
        if is_flow:
            self._replace(empty, flow(tree))
            return
        if empty.raw:  # it is written as null
            self._replace(empty, "")
        end = self.editor.text.find("\n", self.editor.offset(name))
        end = len(self.editor.text) if end < 0 else end
        lines = block(tree, name.span.column - 1 + STEP).rstrip("\n")
        self.editor.changes.append((end, end, f"\n{lines}"))

    # --- Where nodes end --------------------------------------------------------------------------

    def _last_line_end(self, owner: Mapping) -> int:
        """After the line on which a mapping over several lines ends, with the comment behind it."""
        end = self._end(owner.entries[-1][1])
        end = max(end, self.editor.offset(owner.entries[-1][0]))
        found = self.editor.text.find("\n", end - 1 if self.editor.text[end - 1 : end] == "\n" else end)
        return len(self.editor.text) if found < 0 else found + 1

    def _is_flow(self, node: Mapping | Sequence) -> bool:
        start = self._start(node)
        return self.editor.text[start : start + 1] in ("{", "[")

    def _start(self, node: Mapping | Sequence) -> int:
        return self.editor.starts[node.span.line - 1] + node.span.column - 1

    def _end(self, node: Node) -> int:
        """Just after a node."""
        if isinstance(node, Scalar):
            raw = node.raw.rstrip() if "\n" in node.raw else node.raw
            return self.editor.offset(node) + len(raw)
        at = max((self._end(each) for each in _below(node)), default=self._start(node) + 1)
        if not self._is_flow(node):
            return at
        text, closing = self.editor.text, "}" if isinstance(node, Mapping) else "]"
        while True:
            found = _BETWEEN.match(text, at)
            at = found.end() if found else at
            if text[at : at + 1] == closing:
                return at + 1
            if text[at : at + 1] not in (",", ":"):
                raise NoPlace(())
            at += 1


class NoPlace(Exception):
    """There is no place where a value can be put without changing something else."""

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__(" > ".join(path))
        self.path = path


def _into(tree: dict[str, Tree | str], path: tuple[str, ...], value: str) -> None:
    *above, last = path
    at = tree
    for key in above:
        inner = at.setdefault(key, {})
        if not isinstance(inner, dict):
            raise NoPlace(path)
        at = inner
    at[last] = value


def _margin(owner: Mapping) -> int:
    """How far its keys are from the side."""
    return owner.entries[0][0].span.column - 1 if owner.entries else owner.span.column


def _below(node: Mapping | Sequence) -> Iterator[Node]:
    if isinstance(node, Sequence):
        yield from node.items
        return
    for key, value in node.entries:
        yield key
        yield value
