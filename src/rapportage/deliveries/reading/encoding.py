"""The characters of a text file: UTF-8 where it is that strictly, else Windows-1252, and never guessed otherwise."""

from __future__ import annotations

import codecs

from rapportage.deliveries.reading.faults import DeliveryFault

_OTHERS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16", codecs.BOM_UTF32_BE: "UTF-32"}
_HINT = "sla het op als 'CSV UTF-8', of als xlsx"


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and what its encoding is called.

    Raises:
        DeliveryFault: it is in another encoding, or no text.
    """
    for mark, name in _OTHERS.items():
        if data.startswith(mark):
            raise DeliveryFault("I109", f"dit bestand is in {name}, en dat wordt niet gelezen", _HINT)
    if b"\0" in data:
        raise DeliveryFault("I109", "dit is geen tekst", _HINT)
    if data.startswith(codecs.BOM_UTF8):
        return _text(data[len(codecs.BOM_UTF8) :], "utf-8", "UTF-8"), "UTF-8"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _text(data, "cp1252", "UTF-8 en geen Windows-1252"), "Windows-1252"


def _text(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"regel {line} is geen {name} (byte {data[error.start]:02X})"
        raise DeliveryFault("I109", message, _HINT) from None
