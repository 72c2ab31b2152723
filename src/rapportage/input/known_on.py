"""As of which day figures are asked: by default that of the edition."""

from __future__ import annotations

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.figures.dates import KnownDate
from rapportage.input.specs.period import PeriodFile

NEWEST = "nieuwste"


class KnownOn(Struct, frozen=True):
    """As of when figures are asked; None means the newest."""

    told: KnownDate | None

    @property
    def day(self) -> str | None:
        """The last day that it can be, to compare with."""
        return self.told.last.isoformat() if self.told else None

    @property
    def code(self) -> str | None:
        """As a manifest tells it."""
        return self.told.code if self.told else None

    @staticmethod
    def asked(wanted: str | None, edition: PeriodFile | None, findings: Findings) -> KnownOn | None:
        """The day as of which figures are asked: by default that of the edition; None when it can't be one."""
        if wanted == NEWEST or edition is None:
            return KnownOn(None)
        own = edition.edition.date
        if wanted is None:
            return KnownOn(own.known)
        known = KnownDate.parse(wanted)
        if known is None:
            hint = f"schrijf jaar-maand-dag, bijvoorbeeld 2020-06-24, of {NEWEST}"
            findings.error("U103", f"'{wanted[:40]}' is geen peildatum", hint=hint)
            return None
        if known.last < own.latest:
            when = f"{'op' if known.is_day else 'in'} {wanted}"
            sure = "" if known.last < own.known.first else " misschien"
            message = f"{when} was de uitgave over {edition.period.code} er{sure} nog niet (datum: {own.text})"
            findings.error("U103", message, own.span, "kies een latere peildatum, of een eerdere periode")
            return None
        return KnownOn(known)
