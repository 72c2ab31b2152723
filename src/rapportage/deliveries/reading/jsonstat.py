"""Tables in JSON-stat 2, and in the version before it: an observation on each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from rapportage.deliveries.grid import Cell, Sheet
from rapportage.deliveries.reading.faults import damaged, too_large
from rapportage.deliveries.reading.limits import MOST_CELLS
from rapportage.deliveries.reading.long import CODE, Figure, figure_of, long_rows, scale_in
from rapportage.deliveries.reading.reports import Report

_MOST_POWER = 31


class Dimension(Struct, frozen=True):
    name: str
    codes: tuple[str, ...]
    words: tuple[str, ...]
    powers: Mapping[str, int]
    """By code: the power of ten that its figures are in, where its unit says so."""


def is_jsonstat(found: object) -> bool:
    return bool(_datasets(found))


def read_jsonstat(found: object, report: Report) -> tuple[Sheet, ...]:
    """A sheet for each table: that of a file with one has no name.

    Raises:
        DeliveryFault: a table has another number of figures than its dimensions ask.
    """
    datasets = _datasets(found)
    report.tell("JSON-stat")
    return tuple(Sheet(name if len(datasets) > 1 else "", _rows(each)) for name, each in datasets.items())


def _datasets(found: object) -> dict[str, Mapping[str, object]]:
    """The tables by name: the file itself, or what it holds."""
    if not isinstance(found, dict):
        return {}
    if _is_dataset(found):
        return {"": found}
    if isinstance(link := found.get("link"), dict) and isinstance(items := link.get("item"), list):
        return {str(each.get("label", number)): each for number, each in enumerate(items, 1) if _is_dataset(each)}
    return {name: each for name, each in found.items() if _is_dataset(each)}


def _is_dataset(found: object) -> bool:
    return isinstance(found, dict) and isinstance(found.get("dimension"), dict) and "value" in found


def _rows(dataset: Mapping[str, object]) -> tuple[tuple[Cell, ...], ...]:
    dimensions = _dimensions(dataset)
    count = prod(len(each.codes) for each in dimensions)
    if count > MOST_CELLS:
        raise too_large("deze tabel heeft te veel cijfers")
    values, flags = _listed(dataset.get("value"), count), _listed(_status(dataset), count)
    if values is None or flags is None:
        raise damaged(f"deze tabel heeft een ander aantal cijfers dan de {count} die haar dimensies vragen")
    heads: list[str] = []
    for each in dimensions:
        heads += [each.name] if each.words == each.codes else [each.name, each.name + CODE]

    def observed() -> Iterator[tuple[list[str], Figure]]:
        """The last dimension runs fastest."""
        choices = [list(zip(each.words, each.codes, strict=True)) for each in dimensions]
        for names, value, flag in zip(product(*choices), values, flags, strict=True):
            texts: list[str] = []
            power = 0
            for each, (word, code) in zip(dimensions, names, strict=True):
                power = max(power, each.powers.get(code, 0))
                texts += [code] if each.words == each.codes else [word, code]
            yield texts, replace(figure_of(value, "" if flag is None else str(flag)), scale=power)

    return long_rows(heads, observed())


def _status(dataset: Mapping[str, object]) -> object:
    """The older version gives one status for all figures as a list of one."""
    status = dataset.get("status")
    return status[0] if isinstance(status, list) and len(status) == 1 else status


def _listed(given: object, count: int) -> list[object] | None:
    """A value for each figure, of a list, of an object by number, or of one text for all; None where that can't be."""
    match given:
        case list():
            return given if len(given) == count else None
        case dict():
            known = {str(number) for number in range(count)}
            return [given.get(str(number)) for number in range(count)] if given.keys() <= known else None
        case _:
            return [given] * count


def _dimensions(dataset: Mapping[str, object]) -> tuple[Dimension, ...]:
    described = dataset["dimension"]
    if not isinstance(described, dict):
        raise damaged("de beschrijving van de dimensies is niet te lezen")
    ids = dataset.get("id", described.get("id"))
    sizes = dataset.get("size", described.get("size"))
    if not isinstance(ids, list) or not isinstance(sizes, list) or len(ids) != len(sizes):
        raise damaged("hierin staat niet welke dimensies de tabel heeft (id en size)")
    return tuple(_dimension(str(name), described.get(name), size) for name, size in zip(ids, sizes, strict=True))


def _dimension(name: str, described: object, size: object) -> Dimension:
    own = described if isinstance(described, dict) else {}
    category = own.get("category")
    index, labels = (category.get("index"), category.get("label")) if isinstance(category, dict) else (None, None)
    words = labels if isinstance(labels, dict) else {}
    if isinstance(index, dict):
        codes = sorted(index, key=lambda code: _place(index[code]))
    elif isinstance(index, list):
        codes = index
    else:
        codes = list(words)
    if len(codes) != size:
        raise damaged(f"de dimensie '{name}' heeft {len(codes)} onderdelen, en er horen er {size} te zijn")
    named = tuple(map(str, codes))
    texts = tuple(str(words.get(code, code)) for code in named)
    units = category.get("unit") if isinstance(category, dict) else None
    return Dimension(str(own.get("label") or name), named, texts, dict(_powers(units)))


def _powers(units: object) -> Iterator[tuple[str, int]]:
    """The power of ten that the figures of a category are in, where its unit says so."""
    for code, unit in units.items() if isinstance(units, dict) else ():
        said = unit if isinstance(unit, dict) else {}
        power = said.get("multiplier", said.get("mult"))
        if not isinstance(power, Decimal) or power not in range(_MOST_POWER):
            power = scale_in(str(said.get("label", "")))
        yield str(code), int(power)


def _place(number: object) -> Decimal:
    if not isinstance(number, Decimal):
        raise damaged(f"'{number}' kan geen plaats van een onderdeel zijn")
    return number
