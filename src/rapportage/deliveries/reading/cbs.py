"""Tables of Statistics Netherlands as OData gives them, versions 3 and 4: an observation on each row.

A file is one answer (TypedDataSet, UntypedDataSet, Observations), or several by name: then codes of categories have
their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapportage.deliveries.grid import Sheet
from rapportage.deliveries.reading.faults import DeliveryFault, unknown_json
from rapportage.deliveries.reading.long import CODE, Figure, figure_of, long_rows, scale_in
from rapportage.deliveries.reading.numbers import written
from rapportage.deliveries.reading.reports import Report

Entity = Mapping[str, object]
_DATA = ("TypedDataSet", "UntypedDataSet", "Observations")
_TOPIC = re.compile(r".*_\d+")
"""Names of columns with figures end in a number in version 3, those of dimensions never do."""
_TOPICS = ("DataProperties", "MeasureCodes")
_OWN = ("ID", "Id")
TOPIC = "Onderwerp"
_NOTHING_SAID = ("None", "")


class Observed(Struct, frozen=True):
    names: Mapping[str, str]
    """By dimension."""
    figure: Figure


def is_odata(found: object) -> bool:
    """Whether this is an answer of CBS, or several by name."""
    return _answer(found) is not None or (
        isinstance(found, dict) and any(_answer(found.get(name)) is not None for name in _DATA)
    )


def read_odata(found: object, report: Report) -> tuple[Sheet, ...]:
    """The observations as one sheet without a name.

    Raises:
        DeliveryFault: these are no observations.
    """
    entities = {"TypedDataSet": found} if _answer(found) is not None else found
    if not isinstance(entities, dict):
        raise unknown_json()
    answers = {name: rows for name, each in entities.items() if (rows := _answer(each)) is not None}
    rows = next(answers[name] for name in _DATA if name in answers)
    for answer in entities.values():
        if isinstance(answer, dict) and any(key in answer for key in ("odata.nextLink", "@odata.nextLink")):
            raise DeliveryFault("I114", "dit is maar een deel van de tabel: er is een volgende bladzijde",
                                "haal de hele tabel op, of minder rijen ervan")  # fmt: skip
    if not rows:
        raise DeliveryFault("I113", "in deze tabel staan geen cijfers", "kijk of de keuze van rijen klopt")
    words = dict(_words(name, each) for name, each in answers.items() if name not in _DATA)
    is_newer = "Measure" in rows[0] and "Value" in rows[0]
    report.tell("CBS OData 4" if is_newer else "CBS OData 3")
    if not is_newer and not any(_TOPIC.fullmatch(key) for key in rows[0]):
        raise DeliveryFault("I115", "hierin staat wel een beschrijving, maar geen cijfers",
                            "vraag bij deze tabel TypedDataSet of Observations op")  # fmt: skip
    observed = _newer(rows) if is_newer else _older(rows)
    scales = {code: power for name in _TOPICS for code, power in _scales(answers.get(name, ()))}
    return (_with_words([_in_scale(each, scales) for each in observed], words),)


def _newer(rows: Sequence[Entity]) -> Iterator[Observed]:
    own = ("Id", "Measure", "ValueAttribute", "Value", "StringValue")
    for row in rows:
        flag = _text(row.get("ValueAttribute"))
        number = row["Value"] if row.get("Value") is not None else row.get("StringValue")
        names = {key: _text(each) for key, each in row.items() if key not in own}
        figure = _figure(number, "" if flag in _NOTHING_SAID else flag)
        yield Observed({TOPIC: _text(row.get("Measure"))} | names, figure)


def _older(rows: Sequence[Entity]) -> Iterator[Observed]:
    for row in rows:
        names = {key: _text(each) for key, each in row.items() if key not in _OWN and not _TOPIC.fullmatch(key)}
        for key, each in row.items():
            if _TOPIC.fullmatch(key):
                yield Observed({TOPIC: key} | names, _figure(each))


def _with_words(observed: Sequence[Observed], words: Mapping[str, Mapping[str, str]]) -> Sheet:
    """A column for each dimension, and before it the words where the codes have them."""
    dimensions = list(dict.fromkeys(name for each in observed for name in each.names))
    heads: list[str] = []
    for name in dimensions:
        heads += [name, name + CODE] if name in words else [name]

    def texts(each: Observed) -> list[str]:
        made: list[str] = []
        for name in dimensions:
            code = each.names.get(name, "")
            made += [words[name].get(code, code), code] if name in words else [code]
        return made

    return Sheet("", long_rows(heads, ((texts(each), each.figure) for each in observed)))


def _answer(found: object) -> list[Entity] | None:
    """The rows of an answer: an object with a list of objects under 'value'."""
    if not isinstance(found, dict) or not any("odata" in key for key in found):
        return None
    rows = found.get("value")
    return rows if isinstance(rows, list) and all(isinstance(row, dict) for row in rows) else None


def _words(name: str, rows: Sequence[Entity]) -> tuple[str, dict[str, str]]:
    """Of which dimension an entity has the words, and these by their code."""
    of = TOPIC if name in _TOPICS else name.removesuffix("Codes")
    key = _key(rows)
    return of, {_text(row.get(key)): _text(row.get("Title")) for row in rows if row.get(key) and row.get("Title")}


def _key(rows: Sequence[Entity]) -> str:
    return "Identifier" if rows and "Identifier" in rows[0] else "Key"


def _scales(rows: Sequence[Entity]) -> Iterator[tuple[str, int]]:
    """The power of ten that the figures of a topic are in: 3 where its unit is 'x 1 000'."""
    for row in rows:
        if power := scale_in(_text(row.get("Unit"))):
            yield _text(row.get(_key(rows))), power


def _in_scale(each: Observed, scales: Mapping[str, int]) -> Observed:
    power = scales.get(each.names[TOPIC], 0)
    return replace(each, figure=replace(each.figure, scale=power)) if power else each


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _figure(value: object, flag: str = "") -> Figure:
    """The figure, which is text in UntypedDataSet: '     123', '    12.0'."""
    number = written(value.strip()) if isinstance(value, str) else None
    read = number.read(".") if number and not number.mark else None
    return Figure(read.value, str(value).strip(), flag) if read else figure_of(value, flag)
