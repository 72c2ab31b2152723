"""Series that a layout can do without: `mag_ontbreken`."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.pipeline import BuildRequest, compose
from tests.dump import dump
from tests.faults import PERIOD, project

LAYOUT = """\
titel: Proef
mag_ontbreken: [{name}]
blokken:
  - tekst: Er waren {{{{ aanvragen }}}}. {text}
  - kop: Vertrek
    als: "{{{{ bekend({name}.jaar_tot_nu) }}}}"
  - grafiek:
      titel: Aanvragen per maand
      soort: lijn
      perioden: [2020-05]
      reeksen: [{{naam: Aanvragen, cijfers: [{name}, aanvragen]}}]
"""


def made(folder: Path, name: str, text: str) -> tuple[str, list[str]]:
    findings = Findings()
    period = PERIOD.replace("  leeg:", "  amv: {titel: AMV, eenheid: aanvragen, bron: ind, totaal: 24}\n  leeg:")
    made = project(folder, layout=LAYOUT.format(name=name, text=text), period=period)
    document = compose(BuildRequest("proef", "2020-05", made), findings)
    return dump(document) if document else "", [item.code for item in findings if item.severity is Severity.ERROR]


@pytest.mark.parametrize("asked", ["vertrek", "vertrek.vorige", "vertrek['2020-04']"])
def test_a_series_that_no_file_has_is_not_known(tmp_path: Path, asked: str) -> None:
    said, codes = made(tmp_path, "vertrek", f"{{% if bekend({asked}) %}}Wel.{{% else %}}Niet.{{% endif %}}")
    assert codes == []
    assert "Niet." in said
    assert "Vertrek" not in said
    assert "{341}" in said


def test_it_has_no_parts(tmp_path: Path) -> None:
    said, codes = made(tmp_path, "vertrek", "{% if vertrek | bekende | hoeveel == 0 %}Geen.{% endif %}")
    assert (codes, "Geen." in said) == ([], True)


def test_it_is_not_shown_as_if_it_were(tmp_path: Path) -> None:
    assert made(tmp_path, "vertrek", "En {{ vertrek }}.") == ("", ["T305"])


def test_another_name_is_unknown_as_ever(tmp_path: Path) -> None:
    assert made(tmp_path, "vertrek", "{% if bekend(vertrk) %}Wel.{% endif %}") == ("", ["T105"])


def test_a_series_that_is_there_is_as_any_other(tmp_path: Path) -> None:
    said, codes = made(tmp_path, "amv", "En {{ amv }} AMV.")
    assert codes == []
    assert "En {24} AMV." in said
