"""What the names of the data are called in a report in another language."""

from __future__ import annotations

from msgspec import field

from rapportage.figures.languages.names import Translation
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.leaves import Name, Named
from rapportage.input.specs.spec import Spec


class TranslationSpec(Spec, frozen=True, kw_only=True):
    series: Named[Name] = field(default_factory=dict, name="reeksen")
    """By id."""
    parts: Named[Name] = field(default_factory=dict, name="onderdelen")
    units: Named[Name] = field(default_factory=dict, name="eenheden")
    publishers: Named[Name] = field(default_factory=dict, name="uitgevers")

    @property
    def translation(self) -> Translation:
        return Translation(*(_texts(each) for each in (self.series, self.parts, self.units, self.publishers)))


def _texts(names: Named[Scalar]) -> dict[str, str]:
    return {name: scalar.text for name, scalar in names.items()}
