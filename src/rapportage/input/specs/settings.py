"""The spec of instellingen.yaml: what a project allows."""

from __future__ import annotations

from msgspec import field

from rapportage.input.specs.leaves import YesNo
from rapportage.input.specs.spec import Spec

SETTINGS = "instellingen.yaml"


class SettingsSpec(Spec, frozen=True, kw_only=True):
    """The file of a project; without it nothing is allowed."""

    code: YesNo = field(default=False, name="code")
    """Whether code in grafieken/ may run."""
