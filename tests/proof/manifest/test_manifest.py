"""The manifest as a file: written, read back, and every way in which it can be wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rapportage.diagnostics import Findings
from rapportage.proof.manifest import (
    Manifest,
    compare_inputs,
    compare_outputs,
    compare_versions,
    digest,
    digests,
    read_manifest,
    versions,
    write_manifest,
)
from tests.faults import ROOT, lines

A, B = "a" * 64, "b" * 64
GOOD = Manifest(
    layout="kerncijfers",
    period="data/2020-05.yaml",
    as_of=None,
    draft=True,
    example=False,
    attachments=False,
    versions={"rapportage": "0.1.0", "python": "3.11.7"},
    inputs={"layouts/kerncijfers.yaml": A, "data/2020-05.yaml": B},
    outputs={"kerncijfers-2020-05-concept.pdf": A},
)


def read(tmp_path: Path, data: bytes) -> tuple[Manifest | None, list[str]]:
    path, findings = tmp_path / "m.manifest.json", Findings()
    path.write_bytes(data)
    return read_manifest(path, findings), lines(findings)


def test_what_is_written_is_read_back(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    data = write_manifest(GOOD)
    assert read(tmp_path, data) == (GOOD, [])
    golden("manifest.json", data.decode())


Spoil = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda top: top.update(manifest=2), "2:3 M104 dit is geen manifest van vorm 1"),
        (lambda top: top.update(manifest=True), "2:3 M104 dit is geen manifest van vorm 1"),
        (lambda top: top.pop("layout"), "1:1 M104 'layout' ontbreekt, of is geen tekst"),
        (lambda top: top.update(periode=202005), "4:3 M104 'periode' ontbreekt, of is geen tekst"),
        (lambda top: top.update(layout="../elders/x.yaml"), "M104 '../elders/x.yaml' is geen pad binnen het project"),
        (lambda top: top.update(layout="/etc/passwd"), "M104 '/etc/passwd' is geen pad binnen het project"),
        (lambda top: top.update(layout="C:\\x.yaml"), "is geen pad binnen het project"),
        (lambda top: top.update(opties=[]), "M104 'opties' ontbreekt, of is geen object"),
        (lambda top: top["opties"].update(concept="ja"), "M104 'concept' ontbreekt, of is geen true of false"),
        (lambda top: top.update(versies={"click": 8}), "M104 'click' ontbreekt, of is geen tekst"),
        (lambda top: top.update(invoer=[]), "M104 'invoer' ontbreekt, of is geen lijst van bestanden"),
        (lambda top: top.update(uitvoer=["x.pdf"]), "M104 'uitvoer' ontbreekt, of is geen object"),
        (lambda top: top["invoer"][0].update(sha256="abc"), "staat geen SHA-256"),
        (lambda top: top["invoer"][0].update(bestand="a/../../b"), "'a/../../b' is geen pad binnen het project"),
    ],
)
def test_a_wrong_manifest_is_told_at_its_place(tmp_path: Path, spoil: Spoil, message: str) -> None:
    top = json.loads(write_manifest(GOOD))
    spoil(top)
    found, said = read(tmp_path, json.dumps(top, indent=2).encode())
    assert found is None
    (line,) = said
    assert message in line


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "1:1 M103 m.manifest.json is geen JSON"),
        (b'{\n  "manifest": 1,\n}', "3:1 M103 m.manifest.json is geen JSON"),
        (b"\xff\xfe", "1:1 M103 m.manifest.json is geen UTF-8"),
        (b"[]", "1:1 M104 een manifest is een JSON-object"),
        (b"[" * 100_000, "1:1 M103 m.manifest.json is geen manifest"),
        (b" " * 1_000_001, "M103 m.manifest.json is groter dan 1 MB, en dus geen manifest"),
    ],
)
def test_what_is_no_manifest_at_all(tmp_path: Path, data: bytes, message: str) -> None:
    found, said = read(tmp_path, data)
    assert found is None
    assert [line.replace("3:2", "3:1").replace("2:16", "3:1") for line in said] == [message]


def test_a_manifest_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.manifest.json", tmp_path):
        findings = Findings()
        assert read_manifest(path, findings) is None
        assert [item.code for item in findings] == ["M102"]


def test_every_package_that_a_build_may_load_is_named_with_its_version() -> None:
    found = versions()
    assert list(found)[:3] == ["rapportage", "python", "zlib"]
    block = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("dependencies = [")[1].split("]")[0]
    direct = [line.split()[0].strip('",').lower() for line in block.strip().splitlines()]
    assert [name for name in direct if name not in found] == []
    assert {"markupsafe", "lxml"} <= set(found)  # what those need in turn
    assert "pytest" not in found
    assert "odfdo" not in found


def test_inputs_by_their_path_from_the_project(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    inside, outside = tmp_path / "p" / "a.yaml", tmp_path / "b.yaml"
    inside.write_bytes(b"a")
    outside.write_bytes(b"b")
    findings = Findings()
    assert digests([inside, inside, outside], tmp_path / "p", findings) == {"a.yaml": digest(b"a")}
    assert [item.code for item in findings] == ["M101"]
    assert str(tmp_path) not in findings.items[0].message


def test_inputs_that_differ() -> None:
    findings = Findings()
    told = compare_inputs({"gelijk": A, "anders": A, "weg": A}, {"gelijk": A, "anders": B, "nieuw": A}, findings)
    assert told == "invoer: 1 van 3 bestanden gelijk"
    assert [item.message for item in findings] == [
        "invoer anders is gewijzigd",
        "invoer weg wordt nu niet gelezen, of is er niet meer",
        "invoer nieuw wordt nu ook gelezen, en staat niet in het manifest",
    ]
    assert not findings.has_errors


def test_versions_that_differ() -> None:
    findings = Findings()
    told = compare_versions({"click": "8.1", "weg": "1"}, {"click": "8.2", "nieuw": "2"}, findings)
    assert told == "versies: 0 van 2 pakketten gelijk"
    assert [item.message for item in findings] == [
        "click is nu 8.2; in het manifest 8.1",
        "weg is nu er niet; in het manifest 1",
        "nieuw is nu 2; in het manifest niet genoemd",
    ]


def test_outputs_that_differ() -> None:
    findings = Findings()
    before = {"een.pdf": digest(b"een"), "een.ods": digest(b"twee"), "een.svg": A}
    now = {"een.pdf": b"een", "een.ods": b"drie", "een.png": b"vier"}
    told = list(compare_outputs(before, now, {"een.ods": "op blad 2"}, findings))
    assert told == ["uitvoer: een.pdf is opnieuw gemaakt, byte voor byte zoals in het manifest"]
    assert [item.message for item in findings] == [
        "uitvoer een.ods is, opnieuw gemaakt, anders: op blad 2",
        "uitvoer een.svg is niet opnieuw gemaakt",
        "uitvoer een.png is nu ook gemaakt, en staat niet in het manifest",
    ]
    assert findings.has_errors
