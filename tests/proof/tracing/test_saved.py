"""A saved trace or manifest may hold anything: it is read, or refused with a finding."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rapportage.diagnostics import Findings
from rapportage.proof.comparing import as_html, as_json, as_text, compare
from rapportage.proof.manifest import read_manifest
from rapportage.proof.tracing import NotATrace, from_json
from tests.cli.test_commands import run
from tests.faults import project

NASTY: tuple[Any, ...] = (
    float("inf"), float("-inf"), float("nan"), 1e300, 10**30, -1, 0, 1.5, True, None, "", "1e999", "NaN", "sNaN",
    "Infinity", "1e999999999", "-0", "x", "\ud800", "\0", [], {}, [[]], {"x": 1}, [1, 2], "9" * 6000,
)  # fmt: skip
RAW = ("1e999", "-1e999", "NaN", "9" * 5000, "[" * 100_000, '{"a":' * 100_000, "\\", "", "tru", '"\\ud800"', "-")


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*path, key))


def changed(value: Any, path: tuple[Any, ...], put: Any) -> Any:
    if not path:
        return put
    made = copy.copy(value)
    made[path[0]] = changed(value[path[0]], path[1:], put)
    return made


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = "Uit Syrië kwamen {{ aanvragen['Syrië'] }} van {{ aanvragen }}."
    root = project(tmp_path_factory.mktemp("bewaard"), text=text)
    assert run("trace", "proef", "2020-05", "--project", root, "-o", root / "oud.json").returncode == 0
    assert run("build", "proef", "2020-05", "--project", root, "-o", root / "a.pdf", "--manifest").returncode == 0
    return root


def outcomes(text: str, mutants: Iterator[str]) -> list[bool]:
    """Of each whether it was read; whatever was read can be compared, and shown in every form."""
    whole, found = from_json(text), []
    for mutant in mutants:
        try:
            report = from_json(mutant)
        except NotATrace:
            found.append(False)
            continue
        for old, new in ((whole, report), (report, whole)):
            comparison = compare(old, new, "oud", "nieuw")
            for form in (as_text, as_html, as_json):
                form(comparison)
        found.append(True)
    return found


def test_a_changed_trace_is_read_or_refused(saved: Path) -> None:
    text = (saved / "oud.json").read_text(encoding="utf-8")
    tree, chance = json.loads(text), random.Random(11)
    every = list(places(tree))
    assert len(every) > 100
    mutants = (json.dumps(changed(tree, path, put)) for path in every for put in chance.sample(NASTY, 8))
    found = outcomes(text, mutants)
    assert (True in found, False in found) == (True, True)


def test_a_trace_with_changed_letters_is_read_or_refused(saved: Path) -> None:
    text = (saved / "oud.json").read_text(encoding="utf-8")
    chance = random.Random(12)
    cuts = [chance.randrange(len(text)) for _ in range(150)]
    mutants = (text[:at] + chance.choice(RAW) + text[at + chance.randrange(4) :] for at in cuts)
    assert False in outcomes(text, mutants)


@pytest.mark.parametrize("put", ["1e999", "NaN", "9" * 5000, "-1", "[" * 100_000])
def test_the_command_refuses_a_number_that_is_none(put: str, saved: Path, tmp_path: Path) -> None:
    text = (saved / "oud.json").read_text(encoding="utf-8").replace('"pagina": 1', f'"pagina": {put}', 1)
    (tmp_path / "stuk.json").write_text(text, encoding="utf-8")
    done = run("diff", saved / "oud.json", tmp_path / "stuk.json")
    assert (done.returncode, "fout[U112]" in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_a_changed_manifest_is_read_or_refused(saved: Path, tmp_path: Path) -> None:
    text = (saved / "a.manifest.json").read_text(encoding="utf-8")
    tree, chance, path = json.loads(text), random.Random(13), tmp_path / "x.manifest.json"
    mutants = [json.dumps(changed(tree, at, put)) for at in places(tree) for put in chance.sample(NASTY, 5)]
    cuts = [chance.randrange(len(text)) for _ in range(100)]
    mutants += [text[:at] + chance.choice(RAW) + text[at + 1 :] for at in cuts]
    codes = set()
    for mutant in mutants:
        path.write_text(mutant, encoding="utf-8")
        findings = Findings()
        known = read_manifest(path, findings)
        assert (known is None) == findings.has_errors
        codes |= {item.code for item in findings}
    assert {"M103", "M104"} <= codes
