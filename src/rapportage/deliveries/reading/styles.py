"""The part of a workbook (xlsx) that says how its numbers are shown."""

from __future__ import annotations

from rapportage.deliveries.reading.formats import BUILT_IN, GENERAL
from rapportage.deliveries.reading.xml import Parser, local


def cell_formats(part: str, data: bytes | None) -> tuple[str, ...]:
    """The code of the number format of each style that a cell can have, in the order of their numbers.

    Raises:
        DeliveryFault: the part can't be read.
    """
    if data is None:
        return ()
    codes = dict(BUILT_IN)
    used: list[str] = []
    within = ""
    parser = Parser(part)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal within
        match local(name):
            case "numFmt" if within != "dxfs" and "numFmtId" in attributes:
                codes[_number(attributes["numFmtId"])] = attributes.get("formatCode", GENERAL)
            case "cellXfs" | "cellStyleXfs" | "dxfs" as within_of:
                within = within_of
            case "xf" if within == "cellXfs":
                used.append(attributes.get("numFmtId", "0"))

    parser.expat.StartElementHandler = start
    parser.run(data)
    return tuple(codes.get(_number(number), GENERAL) for number in used)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
