"""The spec of a list of parts: what there is in one dimension, with codes, order, groups and words."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as ReadOnly
from functools import cached_property
from typing import Annotated

from msgspec import field

from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import nearest, suggest
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf, InShort
from rapportage.input.specs.leaves import Name, Named, Period, named
from rapportage.input.specs.spec import Leaf, Spec, read_spec
from rapportage.input.specs.validate import validate
from rapportage.input.specs.words import PartWords


class ListedPart(PartWords, frozen=True, kw_only=True):
    """One part; all that is known of it may be left out."""

    code: Name | None = field(default=None, name="code")
    groups: Named[Name] = field(default_factory=dict, name="groepen")
    """By kind of group ('provincie') the one that it is in."""
    since: Period | None = field(default=None, name="vanaf")
    until: Period | None = field(default=None, name="tot_en_met")

    def exists_in(self, period: TimePeriod) -> bool:
        """Whether it was there all that time: a municipality begins and ends."""
        begun = self.since is None or self.since.start <= period.start
        return begun and (self.until is None or period.end <= self.until.end)


def _part(node: Node) -> ListedPart:
    """A part with all that is known of it, or only its code."""
    if isinstance(node, Scalar):
        code = named(node)
        node = Mapping(((Scalar("code", code.kind, code.plain, code.span, code.raw), code),), code.span)
    return read_spec(node, ListedPart)


PartLeaf = Annotated[ListedPart, Leaf(_part, AnyOf((InShort(ListedPart, "code"),)))]


class PartListSpec(Spec, frozen=True, dict=True):
    """A list, in the order in which its parts are to be given where that is asked."""

    breakdown: Name = field(name="verdeling")
    parts: Named[PartLeaf] = field(name="onderdelen")

    @cached_property
    def _by_code(self) -> ReadOnly[str, str]:
        return {part.code.text: name for name, part in self.parts.items() if part.code}

    def name_of(self, typed: str) -> str | None:
        """The name of a part by its name or its code; None when the list has neither."""
        return typed if typed in self.parts else self._by_code.get(typed)

    def place_of(self, name: str) -> int:
        """Where it is in the list; after all others when it is not in it."""
        return self._places.get(name, len(self._places))

    @cached_property
    def _places(self) -> ReadOnly[str, int]:
        return {name: place for place, name in enumerate(self.parts)}

    def near(self, typed: str) -> str | None:
        """The name of the part that was most likely meant."""
        return self.name_of(nearest(typed, (*self.parts, *self._by_code)) or "")

    def suggest(self, typed: str) -> str:
        return suggest(typed, (*self.parts, *self._by_code))

    def groups(self) -> tuple[str, ...]:
        """The kinds of group that any part is in."""
        return tuple(dict.fromkeys(kind for part in self.parts.values() for kind in part.groups))

    def members(self, kind: str, period: TimePeriod) -> ReadOnly[str, tuple[str, ...]]:
        """The groups of that kind in the order of the list, each with its parts that exist in the period."""
        found: dict[str, list[str]] = {}
        for name, part in self.parts.items():
            if kind in part.groups and part.exists_in(period):
                found.setdefault(part.groups[kind].text, []).append(name)
        return {group: tuple(names) for group, names in found.items()}


def read_list(node: Mapping, findings: Findings) -> PartListSpec | None:
    """The list; None when it holds faults, which were reported."""
    spec = validate(node, PartListSpec, findings)
    if spec is None:
        return None
    faults = list(_doubles(spec))
    for fault in faults:
        fault.report(findings)
    return None if faults or not node.is_whole else spec


def _doubles(spec: PartListSpec) -> Iterable[SpecFault]:
    """A code means one part, and never the name of another."""
    seen: dict[str, str] = {}
    for name, part in spec.parts.items():
        if part.code is None:
            continue
        first = seen.setdefault(part.code.text, name)
        if first != name or (part.code.text != name and part.code.text in spec.parts):
            what = f"ook die van '{first[:60]}'" if first != name else "de naam van een ander onderdeel"
            message = f"de code '{part.code.text[:60]}' is {what}"
            yield SpecFault("C224", message, part.code.span, "geef elk onderdeel een eigen code")
