"""Why a delivered file can't be read, on its way to the findings."""

from __future__ import annotations


class DeliveryFault(Exception):
    """The file as a whole gives no figures: code, message, what to do about it, and where it is, if that is known."""

    def __init__(self, code: str, message: str, hint: str, sheet: str = "", cell: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.sheet, self.cell = sheet, cell


def damaged(what: str) -> DeliveryFault:
    """`what` is a part of a sentence: 'het onderdeel styles.xml is geen leesbare XML'."""
    return DeliveryFault("I105", what, "open het in het programma waarmee het is gemaakt en sla het opnieuw op")


def too_large(what: str, sheet: str = "", cell: str = "") -> DeliveryFault:
    hint = "lever alleen het blad met de cijfers aan, als eigen bestand"
    return DeliveryFault("I103", what, hint, sheet, cell)


def unknown_json() -> DeliveryFault:
    message = "deze JSON is geen tabel die hier bekend is: CBS OData (3 of 4) en JSON-stat worden gelezen"
    return DeliveryFault("I115", message, "vraag de tabel op als CSV of xlsx")
