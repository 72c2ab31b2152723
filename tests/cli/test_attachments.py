"""`build --bijlagen` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import odfdo
import pikepdf
import pytest

from tests.cli.test_commands import run
from tests.faults import PERIOD, project

TABLE = """\
titel: Proef
blokken:
  - kop: Vraag
  - tabel:
      titel: Aanvragen
      rijkop: Soort
      rijen:
        - kop: "=Aanvragen"
          cijfer: "{{ aanvragen }}"
      kolommen:
        - kop: aantal
          waarde: "{{ rij }}"
"""


def test_the_figures_go_with_the_report(tmp_path: Path) -> None:
    folder = project(tmp_path, layout=TABLE)
    done = run("build", "proef", "2020-05", "--project", folder, "--bijlagen")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (folder / "build").iterdir()) == ["proef-2020-05.ods", "proef-2020-05.pdf"]
    with pikepdf.open(folder / "build" / "proef-2020-05.pdf") as pdf:
        assert sorted(pdf.attachments) == ["csvw.json", "tabel-1.csv"]
        text = pdf.attachments["tabel-1.csv"].get_file().read_bytes().decode("utf-8-sig")
    head, line, _ = text.split("\r\n")
    assert head.startswith("Soort;aantal")
    assert line.startswith("'=Aanvragen;")
    names = [sheet.name for sheet in odfdo.Document(folder / "build" / "proef-2020-05.ods").body.tables]
    assert names == ["Inhoud", "Tabel 1 Aanvragen"]


SHARES = """\
titel: Proef
blokken:
  - kop: Vraag
  - tabel:
      titel: Landen
      rijkop: Land
      rijen: "{{ aanvragen | bekende }}"
      kolommen:
        - kop: aandeel
          waarde: "{{ rij.aandeel | pct }}"
"""


@pytest.mark.parametrize(
    ("nigeria", "share", "told"),
    [
        ("7", "31,085043988270", "preciezer dan het rapport ze toont"),
        ("<5", "31", "zoals het rapport ze toont, en niet"),
    ],
)
def test_a_report_that_leaves_small_counts_out_gives_no_figure_more_precisely_than_it_shows(
    nigeria: str, share: str, told: str, tmp_path: Path
) -> None:
    folder = project(tmp_path, layout=SHARES, period=PERIOD.replace("Nigeria: <5", f"Nigeria: {nigeria}"))
    done = run("build", "proef", "2020-05", "--project", folder, "--bijlagen")
    assert done.returncode == 0, done.stderr
    with pikepdf.open(folder / "build" / "proef-2020-05.pdf") as pdf:
        texts = {name: each.get_file().read_bytes().decode("utf-8-sig") for name, each in pdf.attachments.items()}
    assert f"Syrië;{share}\r\n" in texts["tabel-1.csv"]
    assert told in texts["csvw.json"]
    sheets = odfdo.Document(folder / "build" / "proef-2020-05.ods").body.tables
    values = {line[0]: line[1] for line in sheets[1].get_values()}
    assert str(values["Syrië"]).replace(".", ",") == share
    assert any(told in str(line[0]) for line in sheets[0].get_values())


def test_without_the_option_there_are_none(tmp_path: Path) -> None:
    folder = project(tmp_path, layout=TABLE)
    assert run("build", "proef", "2020-05", "--project", folder).returncode == 0
    assert [path.name for path in (folder / "build").iterdir()] == ["proef-2020-05.pdf"]
    with pikepdf.open(folder / "build" / "proef-2020-05.pdf") as pdf:
        assert len(pdf.attachments) == 0


def test_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    surroundings = ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LANG": "C"})
    made = []
    for number, environment in enumerate(surroundings):
        output = tmp_path / f"{number}.pdf"
        run("build", "kerncijfers", "2020-05", "-o", output, "--bijlagen", **environment)
        made.append((output.read_bytes(), output.with_suffix(".ods").read_bytes()))
    assert made[0] == made[1]


def test_nothing_is_written_when_the_workbook_can_not_be(tmp_path: Path) -> None:
    folder = project(tmp_path, layout=TABLE)
    (folder / "uit.ods").mkdir()
    done = run("build", "proef", "2020-05", "-o", "uit.pdf", "--bijlagen", cwd=folder)
    assert done.returncode == 1
    assert "P102" in done.stderr
    assert not (folder / "uit.pdf").exists()


def test_the_figures_of_a_chart_are_called_after_the_chart(tmp_path: Path) -> None:
    chart = "grafiek: {titel: Landen, soort: liggende staaf, cijfers: '{{ aanvragen | top(2) }}'"
    layout = f"{TABLE}  - tekst: Woorden.\n  - {chart}}}\n  - {chart}, id: landen}}\n  - cijfers-bij-figuren\n"
    folder = project(tmp_path, layout=layout)
    done = run("build", "proef", "2020-05", "--project", folder, "--bijlagen")
    assert done.returncode == 0, done.stderr
    with pikepdf.open(folder / "build" / "proef-2020-05.pdf") as pdf:
        assert sorted(pdf.attachments) == ["csvw.json", "figuur-1.csv", "figuur-2-landen.csv", "tabel-1.csv"]
