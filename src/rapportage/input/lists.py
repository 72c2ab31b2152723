"""The lists of parts of a project (lijsten/): only those of which a period file has the dimension are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as ReadOnly
from functools import partial
from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.document import normal
from rapportage.input.files import FileFault, read
from rapportage.input.loading import MAX_BYTES
from rapportage.input.loading.nodes import Mapping
from rapportage.input.specs.parts.listed import dimensions_in
from rapportage.input.specs.parts.part_list import PartListSpec, read_list
from rapportage.input.specs.places import keys_in
from rapportage.input.specs.words import OwnWords
from rapportage.memory import NO_MEMORY, Memory, Same

FOLDER = "lijsten"
_OF = re.compile(rb"^verdeling[ \t]*:[ \t]*([^#\n\r]+)", re.MULTILINE)


class Lists:
    """Looks at the beginning of each file for the dimension that it is of, and reads what is asked for, once."""

    def __init__(
        self,
        project: Path,
        found: Callable[[], list[Path]],
        load: Callable[[Path], Mapping | None],
        memory: Memory = NO_MEMORY,
    ) -> None:
        self._project = project
        self._found = found
        self._load = load
        self._memory = memory
        self._paths: dict[str, list[Path]] | None = None
        self._read: dict[Path, PartListSpec | None] = {}

    def of(self, node: Mapping, findings: Findings) -> tuple[dict[str, PartListSpec], bool]:
        """The lists of those dimensions of a period file that have one, by dimension, and whether all are good."""
        self._paths = self._told() if self._paths is None else self._paths
        if not self._paths:
            return {}, True
        paths = [path for each in sorted(dimensions_in(node)) for path in self._paths.get(each, [])] + self._paths.get(
            "", []
        )
        for path in dict.fromkeys(paths):
            if path not in self._read:
                found = self._load(path)
                self._read[path] = None if found is None else self._list(found, findings)
        lists: dict[str, PartListSpec] = {}
        for spec in (self._read[path] for path in dict.fromkeys(paths)):
            if spec is None:
                return lists, False
            name = spec.breakdown.text
            first = lists.setdefault(name, spec)
            if first is not spec:
                message = f"van '{name[:60]}' is er al een lijst: {first.node.span.path}"
                findings.error("C224", message, spec.breakdown.span, "voeg de twee lijsten samen")
                return lists, False
        return lists, True

    def _list(self, node: Mapping, findings: Findings) -> PartListSpec | None:
        return self._memory.read("list", (Same(node),), findings, partial(read_list, node))

    def all_read(self) -> dict[str, PartListSpec]:
        return {spec.breakdown.text: spec for spec in self._read.values() if spec is not None}

    def _told(self) -> dict[str, list[Path]]:
        """By dimension the lists that say that they are of it; under '' those of which that can't be seen so."""
        told: dict[str, list[Path]] = {}
        for path in self._found():
            try:
                of = _OF.search(read(path, MAX_BYTES, self._project))
            except FileFault:
                of = None
            name = of[1].decode("utf-8", "replace").strip().strip("'\"") if of else ""
            told.setdefault(normal.name(name), []).append(path)
        return told


def check_words(words: OwnWords, lists: ReadOnly[str, PartListSpec], findings: Findings) -> bool:
    """Whether no part of a list is in woorden.yaml as well: what it is called has one place."""
    twice = [(name, listed) for listed in lists.values() for name in words.parts if name in listed.parts]
    for name, listed in twice:
        key = keys_in(words.node, "onderdelen")[name] if words.node else None
        message = f"'{name[:60]}' staat in {listed.node.span.path}: daar horen ook de woorden ervoor"
        findings.error("C225", message, key.span if key else None, f"verplaats ze naar {listed.node.span.path}")
    return not twice
