"""What is wrong or doubtful in one run, gathered by every stage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics import render
from rapportage.diagnostics.as_html import as_html
from rapportage.diagnostics.codes import CODES
from rapportage.diagnostics.finding import Finding, Severity
from rapportage.diagnostics.general_hints import GENERAL_HINTS
from rapportage.diagnostics.own_names import PLAIN, OwnNames
from rapportage.diagnostics.repeated import once
from rapportage.diagnostics.resting import told
from rapportage.diagnostics.span import Span


class Findings(Struct, eq=False):
    """The findings of one run, in the order in which they were made. Every stage adds to it; none stops at the first.

    A finding that is made twice counts once. A code that is not in the catalogue is a bug of ours: KeyError.
    """

    items: list[Finding] = field(default_factory=list)
    _seen: set[Finding] = field(default_factory=set)
    _resting: dict[Span, dict[Span, None]] = field(default_factory=dict)
    """By the place of a fault, the places that rest on it: these are counted there, and not reported themselves."""
    names: OwnNames = PLAIN
    """With which examples in hints are given."""

    def error(self, code: str, message: str, span: Span | None = None, hint: str | None = None) -> None:
        self.add(Finding(code, Severity.ERROR, message, span, hint))

    def warning(self, code: str, message: str, span: Span | None = None, hint: str | None = None) -> None:
        self.add(Finding(code, Severity.WARNING, message, span, hint))

    def rests(self, place: Span, cause: Span) -> None:
        """Counts that nothing can be said of `place` because of the fault at `cause`, which was reported."""
        self._resting.setdefault(cause, {})[place] = None

    def extend(self, others: Findings) -> None:
        """Takes over what was found apart from these."""
        for each in others.items:
            self.add(each)
        for cause, places in others._resting.items():
            self._resting.setdefault(cause, {}).update(places)

    def only(self, codes: Collection[str]) -> Findings:
        """Those with one of these codes, and all that rests on others."""
        return Findings([item for item in self.items if item.code in codes], _resting=self._resting)

    def once(self) -> Findings:
        """Each that is repeated in every turn of a loop once, with how often it is so."""
        return Findings([*once(self.items)], _resting=self._resting)

    def add(self, finding: Finding) -> None:
        if finding.code not in CODES:
            raise KeyError(f"code {finding.code} is not in the catalogue (diagnostics/codes.py)")
        finding = self._told(finding)
        if finding not in self._seen:
            self._seen.add(finding)
            self.items.append(finding)

    def _told(self, finding: Finding) -> Finding:
        """The finding with a hint, in which examples have the user's own names."""
        hint = self.names.fill(finding.hint) if finding.hint else GENERAL_HINTS.get(finding.code)
        return finding if hint == finding.hint else replace(finding, hint=hint)

    def drop(self, known: Collection[Finding]) -> None:
        """Takes those out again that the author knows of."""
        self.items[:] = [item for item in self.items if item not in known]

    def replace(self, instead: Mapping[Finding, Sequence[Finding]]) -> None:
        """Puts other findings in the place of these; none in that of one that others say already."""
        self.items[:] = dict.fromkeys(new for item in self.items for new in instead.get(item, (item,)))

    def strict(self) -> Findings:
        """The same findings with every warning made an error (`--strict`)."""
        return Findings([replace(item, severity=Severity.ERROR) for item in self.items], _resting=self._resting)

    def count(self, severity: Severity) -> int:
        return sum(item.severity is severity for item in self.items)

    @property
    def has_errors(self) -> bool:
        return any(item.is_error for item in self.items)

    def __iter__(self) -> Iterator[Finding]:
        return iter(told(self.items, self._resting))

    def __contains__(self, finding: object) -> bool:
        return finding in self.items

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        """As the command line shows them: each with its line, in Dutch, and the counts at the end."""
        return render.long(self)

    def _repr_html_(self) -> str:
        """The same in a notebook."""
        return as_html(self)
