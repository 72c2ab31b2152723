"""The schemas accept what the tool accepts, and show the faults of shape that it finds."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from rapportage.diagnostics import Findings
from rapportage.input.schema import one_schema
from rapportage.input.schema.explained import BLOCKS, KEYS, TITLES
from rapportage.input.specs.blocks.flow_chart import ArrowSpec
from rapportage.input.specs.layout import _BARE, _MODELS, CONDITION, PER
from rapportage.input.specs.spec import Spec
from rapportage.pipeline import new_period
from tests.faults import ROOT, samples
from tests.input.schema.files import SCHEMAS, TEXTS, as_editor, as_text, refused, told
from tests.test_docs import BLOCKS as EXAMPLES_OF_BLOCKS
from tests.test_docs import EXAMPLES, indented, titled

KINDS = list(TEXTS)
OF_SHAPE = {"S101", "S102", "S103", "S104", "S105", "S106", "S108", "S113", "T401", "H101"}
"""Codes of what can be seen without the meaning of figures, days and addresses."""
REMOVED, WITH_ANOTHER_KEY = object(), object()
OTHERS = (None, "", "x", 5, 2.5, True, {"a": "b"}, {"a": {"b": "c"}}, ["a"], [], {}, REMOVED, WITH_ANOTHER_KEY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == "http://json-schema.org/draft-07/schema#"


# --- What is right --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_with_everything_is_accepted(kind: str) -> None:
    assert told(kind, TEXTS[kind]) == []
    assert refused(kind, as_editor(TEXTS[kind])) == []


@pytest.mark.parametrize(
    "path", sorted([*ROOT.glob("data/*.yaml"), *ROOT.glob("layouts/*.yaml")]), ids=lambda path: path.stem
)
def test_every_sample_is_accepted(path: Path) -> None:
    kind = {"data": "periode", "layouts": "layout"}[path.parent.name]
    assert refused(kind, as_editor(path.read_text(encoding="utf-8"))) == []


def test_every_example_of_the_handbook_is_accepted() -> None:
    blocks = titled("".join(map(indented, EXAMPLES_OF_BLOCKS)))
    begins = {"periode:": "periode", "titel:": "layout", "kleuren:": "huisstijl", "lettertypen:": "huisstijl"}
    begins |= {"verdeling:": "lijst", "reeksen:": "woorden", "bestand:": "levering", "leveringen:": "herkomst"}
    files = [(kind, text) for text in EXAMPLES for begin, kind in begins.items() if text.startswith(begin)]
    assert {kind for kind, _ in files} == set(KINDS)
    for kind, text in [*files, ("layout", blocks)]:
        assert refused(kind, as_editor(text)) == []


def test_a_file_that_is_to_be_filled_in_is_accepted(tmp_path: Path) -> None:
    made = new_period("2020-07", "2020-05", samples(tmp_path), Findings())
    assert made is not None
    text = made.made.text
    assert "totaal:\n" in text
    assert refused("periode", as_editor(text)) == []


# --- What is wrong --------------------------------------------------------------------------------------


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield from paths(value, (*path, key))


def spoilt(data: Any, path: tuple[str | int, ...], other: object) -> Any:
    """The data with another value at a path; None where that can't be."""
    made = {"": copy.deepcopy(data)}
    *before, last = ("", *path)
    inner: Any = made
    for step in before:
        inner = inner[step]
    if other is REMOVED and path:
        del inner[last]
    elif other is WITH_ANOTHER_KEY and isinstance(inner[last], dict):
        inner[last]["zzz"] = "y"
    elif other in (REMOVED, WITH_ANOTHER_KEY):
        return None
    else:
        inner[last] = other
    return made[""]


@pytest.mark.parametrize(
    ("kind", "step", "least"),
    [
        ("periode", 3, 200),
        ("layout", 7, 250),
        ("huisstijl", 2, 200),
        ("lijst", 1, 60),
        ("levering", 1, 250),
        ("herkomst", 1, 60),
        ("woorden", 1, 100),
    ],
)
def test_the_schema_refuses_the_faults_of_shape_and_nothing_else(kind: str, step: int, least: int) -> None:
    """At every place of a file with everything: another type, an unknown key, a key that misses, a wrong word."""
    data, validator = as_editor(TEXTS[kind]), Draft7Validator(SCHEMAS[kind])
    planted = 0
    for number, path in enumerate(paths(data)):
        for other in itertools.islice(OTHERS, number % step, None, step):
            made = spoilt(data, path, other)
            if made is None:
                continue
            codes = set(told(kind, as_text(made)))
            is_refused = not validator.is_valid(made)
            assert is_refused or not codes & OF_SHAPE, f"{path} {other}: {codes} is not seen"
            assert codes or not is_refused, f"{path} {other}: the tool accepts it"
            planted += is_refused
    assert planted > least


BY_HAND = """\
periode periode "mei 2020"
periode uitgave/datum 24 juni 2020
periode uitgave/datum 2020-13-01
periode uitgave/status klaar
periode bronnen/ind/url www.ind.nl
periode cijfers/aanvragen/totaal "341"
periode cijfers/aanvragen/totaal ja
periode cijfers/aanvragen/totaal 31%
periode cijfers/aanvragen/totaal <0
periode cijfers/aanvragen/afgerond_op 0
periode cijfers/aanvragen/maat stuks
periode cijfers/aanvragen/soort voorraad
periode cijfers/stand/decimalen 9
periode cijfers/stand/decimalen "1"
periode cijfers/aanvragen/reeks {mei: 3}
periode herzien {april: {}}
layout taal de
layout nummering yes
layout nummering true
layout geheimhouding/drempel 1
layout inhoudsopgave/niveaus 7
layout blokken/0 {kopje: Vraag}
layout blokken/0 {kop: Vraag, tekst: Woorden}
layout blokken/0 {als: waar}
layout blokken/0 bronvermeldng
layout blokken/0 {bronvermelding: nee}
layout blokken/3/tekst/stijl groot
layout blokken/6/tabel/vergelijking/verandering [meer]
layout blokken/6/tabel/kolommen/1/trend/vanaf begin
layout blokken/8/grafiek/soort taart
layout blokken/8/grafiek/reeksen/1/als vlak
layout blokken/10/stroomschema/stappen/1/naar [{begin: nee, einde: ja}]
layout blokken/11/afbeelding/breedte 80 cm
levering tekens/x misschien
levering herzien -1
levering tabellen/0/koppen [drie]
levering tabellen/0/nauwkeurig ongeveer
levering tabellen/0/reeksen/aanvragen/soort voorraad
herkomst leveringen/ind/sha256 abc
herkomst herkomst/0/periode mei
huisstijl kleuren/tekst blauw
huisstijl kleuren/omslag/0 "#12345"
huisstijl pagina/formaat A3
huisstijl pagina/marges/links 2
huisstijl pagina/marges/links 20 mm
huisstijl maten/kop1/corps 4
"""


@pytest.mark.parametrize("line", BY_HAND.splitlines())
def test_a_slip_of_the_pen_is_refused(line: str) -> None:
    """Of a word, a pattern or a bound, by the tool as well."""
    kind, path, value = line.split(" ", 2)
    steps = tuple(int(step) if step.isdecimal() else step for step in path.split("/"))
    made = spoilt(as_editor(TEXTS[kind]), steps, as_editor(value))
    assert refused(kind, made) != []
    assert told(kind, as_text(made)) != []


def test_one_schema_for_all_kinds_tells_them_apart() -> None:
    schema = one_schema()
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    for kind, text in TEXTS.items():
        data = as_editor(text)
        assert validator.is_valid(data)
        key = next(iter(data))
        assert not validator.is_valid({**data, f"{key}s": "x"}), kind


# --- The words --------------------------------------------------------------------------------------------


def test_every_key_is_explained_and_nothing_else() -> None:
    models = list(KEYS)
    assert set(TITLES) == set(models)
    assert [model for model in _specs(Spec) if model not in models] == [ArrowSpec]  # which is only written in short
    for model in models:
        assert set(KEYS[model]) == set(model.keys()), f"input/schema/explained.py tells what each key of {model} means"
    assert set(BLOCKS) == {*_MODELS, *_BARE, CONDITION, PER}


def _specs(model: type[Spec]) -> Iterator[type[Spec]]:
    for each in model.__subclasses__():
        if each.__module__.startswith("rapportage."):
            yield each
        yield from _specs(each)


def test_every_key_has_its_words_and_a_type() -> None:
    explained = 0
    for schema in SCHEMAS.values():
        for model in schema["definitions"].values():
            for made in model["properties"].values():
                assert len(made["description"]) > 5
                assert {"type", "anyOf", "allOf", "enum"} & set(made)
                explained += 1
    assert explained == sum(len(model.keys()) for model in KEYS)
