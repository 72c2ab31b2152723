"""Graphics states in the file: how much of what is painted is seen (ISO 32000-1, 8.4.5)."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from rapportage.pages.pdf.objects import number, ref


class Mask(Struct, frozen=True):
    """The name of the form that says where how much is seen: by its light, or by its opacity (11.6.5.3)."""

    form: str
    by_opacity: bool = False


class StateUse:
    """Gives each opacity and mask its name in content streams."""

    def __init__(self) -> None:
        self._names: dict[tuple[float, Mask | None], str] = {}

    def name(self, opacity: float, mask: Mask | None = None) -> str:
        return self._names.setdefault((round(opacity, 3), mask), f"S{len(self._names) + 1}")

    def entries(self, form_of: Callable[[str], int]) -> dict[str, str]:
        """What resources have of each; `form_of` gives the object of a form."""
        return {
            name: f"/{name}<</ca {number(opacity)}/CA {number(opacity)}{_masked(mask, form_of)}>>"
            for (opacity, mask), name in self._names.items()
        }


def _masked(mask: Mask | None, form_of: Callable[[str], int]) -> str:
    if mask is None:
        return ""
    return f"/SMask<</Type/Mask/S/{'Alpha' if mask.by_opacity else 'Luminosity'}/G {ref(form_of(mask.form))}>>"
