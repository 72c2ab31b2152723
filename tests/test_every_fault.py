"""Every fault in one run: whatever is wrong, and wherever, nothing hides another fault or is told as one itself.

Faults of different stages and files are planted in a project that is right, some at a time. Each is told at its place,
and nothing else: what rests on a fault is counted there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from msgspec import Struct

from rapportage.diagnostics import Finding, Findings
from rapportage.pipeline import BuildRequest, build, check

LAYOUT, NOW, BEFORE, STYLE = "layouts/proef.yaml", "data/2020-05.yaml", "data/2020-04.yaml", "huisstijlen/eigen.yaml"
MONTH = """\
periode: 2020-0{month}
uitgave: {{datum: 2020-0{next}-24}}
bronnen:
  cbs: {{titel: Woningen, uitgever: CBS}}
  bzk: {{titel: Huren, uitgever: BZK}}
cijfers:
  woningen:
    titel: Woningen
    eenheid: woningen
    bron: cbs
    totaal: 10{month}
    naar:
      gemeente: {{Ede: 6{month}, Epe: 30, Tiel: 10}}
  huren:
    titel: Huren
    eenheid: euro
    bron: bzk
    totaal: 70{month}
  sloop:
    titel: Sloop
    eenheid: woningen
    bron: cbs
    totaal: 1{month}
teksten:
  slot: Tot zover {{{{ huren }}}}.
"""
PROJECT = {
    NOW: MONTH.format(month=5, next=6),
    BEFORE: MONTH.format(month=4, next=5),
    STYLE: 'kleuren:\n  koppen: "#111111"\nmaten:\n  tekst: {corps: 10}\n',
    LAYOUT: """\
titel: Proef
huisstijl: eigen
noten:
  uitleg: Een noot over {{ sloop }}.
blokken:
  - kop: Inleiding
  - tekst: Er waren {{ woningen }} woningen[^uitleg].
  - tekst: Een huur was {{ huren }} euro, zie [](#gemeenten).
  - kop: {tekst: Gemeenten, niveau: 2}
  - tabel:
      id: gemeenten
      titel: Gemeenten
      rijkop: Gemeente
      rijen: "{{ woningen | top(3) }}"
      kolommen:
        - {kop: aantal, waarde: "{{ rij }}"}
        - {kop: aandeel, waarde: "{{ rij.aandeel | pct }}"}
        - {kop: vorige, waarde: "{{ rij.vorige }}"}
  - tekst: In Ede {{ woningen['Ede'] }}, en in april {{ woningen.vorige['Ede'] }}.
  - grafiek:
      titel: Verloop
      soort: lijn
      vanaf: 2020-04
      reeksen: [{naam: Sloop, cijfers: sloop}]
  - passage: slot
  - opsomming: [Een punt, "Twee: {{ sloop }}"]
  - bronvermelding
""",
}


class Planted(Struct, frozen=True):
    """A fault: what is changed in which file, and the code that tells of it, on the line with `at`."""

    file: str
    old: str
    new: str
    code: str
    at: str
    ends_file: bool = False
    """Whether nothing else in that file can be read."""
    needs: str = ""
    """The file that has to be read for it."""
    rests_on: tuple[str, ...] = ()
    """The faults (where they are) after which this can't be known: what is not read can't be added up."""

    def __str__(self) -> str:
        return f"{self.code} {self.at}"


FAULTS = (
    # YAML itself
    Planted(NOW, "    titel: Huren\n", "    titel: 'Huren\n", "L201", "titel: 'Huren", ends_file=True),
    Planted(BEFORE, "    bron: bzk\n", "   bron: bzk\n", "L201", "   bron: bzk", ends_file=True),
    Planted(STYLE, "maten:", "maten", "L201", "maten", ends_file=True),
    Planted(BEFORE, "    totaal: 14\n", "    totaal: 14\n    totaal: 8\n", "L301", "totaal: 8"),
    Planted(NOW, "    titel: Sloop\n", "    titel: Sloop\n    titel: Afbraak\n", "L301", "Afbraak"),
    # shape
    Planted(LAYOUT, "      rijkop: Gemeente\n", "", "S102", "id: gemeenten"),
    Planted(LAYOUT, "soort: lijn", "soort: lijm", "S105", "lijm"),
    Planted(LAYOUT, "titel: Proef", "tittel: Proef", "S101", "tittel"),
    Planted(LAYOUT, "- opsomming:", "- opsoming:", "T401", "opsoming"),
    Planted(NOW, "datum: 2020-06-24", "datum: 24 juni", "S109", "24 juni"),
    Planted(NOW, "    eenheid: euro\n", "", "S102", "titel: Huren"),
    Planted(NOW, "    bron: bzk\n", "", "S102", "titel: Huren"),
    Planted(BEFORE, "periode: 2020-04", "periode: april", "S110", "april"),
    Planted(NOW, "teksten:", "tekst:", "S101", "tekst:"),
    Planted(STYLE, "corps: 10", "corps: groot", "H102", "groot"),
    # figures, and what they say of each other
    Planted(NOW, "totaal: 105", "totaal: 1.000,00", "C104", "1.000,00"),
    Planted(NOW, "Epe: 30", "Epe: veel", "C102", "veel"),
    Planted(BEFORE, "Ede: 64", "Ede: 6,5", "C104", "6,5"),
    Planted(BEFORE, "totaal: 704", "totaal:", "C101", "totaal:"),
    Planted(NOW, "bron: bzk", "bron: bkz", "C201", "bkz"),
    Planted(NOW, "Tiel: 10", "Tiel: 90", "C206", "gemeente:", rests_on=("1.000,00", "veel")),
    Planted(BEFORE, "  sloop:\n", "  Sloop:\n", "C205", "  Sloop:"),
    # house style
    Planted(STYLE, '"#111111"', '"#ffff00"', "H103", "#ffff00"),
    Planted(LAYOUT, "huisstijl: eigen", "huisstijl: eigne", "H108", "eigne"),
    # texts
    Planted(LAYOUT, "{{ woningen }} woningen", "{{ wonigen }} woningen", "T105", "wonigen"),
    Planted(LAYOUT, "[^uitleg]", "[^uitlegg]", "T404", "uitlegg"),
    Planted(LAYOUT, "[](#gemeenten)", "[](#gementen)", "T402", "gementen"),
    Planted(LAYOUT, "Een noot over", "<b>Een</b> noot over", "T201", "<b>"),
    Planted(LAYOUT, "{{ rij.aandeel | pct }}", "{{ rij.aandeel | pc }}", "T106", "pc }}"),
    Planted(LAYOUT, "In Ede {{ woningen['Ede'] }}", "In Ede {{ woningen['Edde'] }}", "T306", "Edde", needs=NOW),
    Planted(LAYOUT, "niveau: 2", "niveau: 3", "T411", "niveau: 3"),
    Planted(LAYOUT, "Twee: {{ sloop }}", "Twee: {{ sloop.totaall }}", "T303", "totaall", needs=NOW),
    Planted(NOW, "{{ huren }}", "{{ hureb }}", "T105", "hureb", rests_on=("tekst:",)),
)
"""In none of them is a fault that another one could explain."""


def planted(folder: Path, faults: tuple[Planted, ...]) -> Path:
    for name, text in with_faults(faults).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def with_faults(faults: tuple[Planted, ...]) -> dict[str, str]:
    made = dict(PROJECT)
    for fault in faults:
        assert fault.old in made[fault.file], fault
        made[fault.file] = made[fault.file].replace(fault.old, fault.new, 1)
    return made


def apart(faults: tuple[Planted, ...]) -> bool:
    """Whether they have nothing to do with each other: no two in one place, and none in what can't be read."""
    places = [(fault.file, fault.old.strip()) for fault in faults]
    if any(one[0] == other[0] and (one[1] in other[1] or other[1] in one[1]) for one, other in combinations(places, 2)):
        return False
    unread = {fault.file for fault in faults if fault.ends_file}
    unread |= {STYLE for fault in faults if fault.code == "H108"}  # another one is asked
    read = [fault for fault in faults if not fault.ends_file]
    is_asked = not any(fault.code == "H108" for fault in faults) or not any(fault.file == STYLE for fault in faults)
    places_of = {fault.at for fault in faults}
    is_asked = is_asked and all(places_of.isdisjoint(fault.rests_on) for fault in faults)
    return is_asked and not any(fault.needs in unread or fault.file in unread for fault in read)


def chosen(count: int, of_each: int) -> Iterator[tuple[Planted, ...]]:
    """Some faults at a time; the same in every run."""
    random = Random(count)
    made = 0
    while made < of_each:
        faults = tuple(sorted(random.sample(FAULTS, count), key=FAULTS.index))
        if apart(faults):
            made += 1
            yield faults


def found(folder: Path, command: str = "build") -> Findings:
    findings, request = Findings(), BuildRequest("proef", "2020-05", folder)
    if command == "check":
        check([request], folder, findings)
    else:
        assert build(request, findings) is None
    return findings


def tells(item: Finding, fault: Planted) -> bool:
    if item.span is None or item.code != fault.code:
        return False
    return item.span.path.endswith(fault.file) and fault.at in item.span.file.line(item.span.line)


def judge(folder: Path, faults: tuple[Planted, ...], command: str = "build") -> None:
    findings = list(found(planted(folder, faults), command))
    said = [f"{item.span} {item.code} {item.message}" for item in findings]
    hidden = [str(fault) for fault in faults if not any(tells(item, fault) for item in findings)]
    assert not hidden, said
    assert [line for line, item in zip(said, findings, strict=True) if not any(tells(item, f) for f in faults)] == []


def test_the_project_is_right(tmp_path: Path) -> None:
    findings = Findings()
    assert build(BuildRequest("proef", "2020-05", planted(tmp_path, ())), findings) is not None
    assert [f"{item.span} {item.code} {item.message}" for item in findings] == []


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_by_itself_is_all_that_is_told(tmp_path: Path, fault: Planted) -> None:
    judge(tmp_path, (fault,))


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_of_several_faults_none_hides_another(tmp_path: Path, count: int) -> None:
    for number, faults in enumerate(chosen(count, 30)):
        (tmp_path / str(number)).mkdir()
        judge(tmp_path / str(number), faults)


def test_check_tells_the_same(tmp_path: Path) -> None:
    for number, faults in enumerate(chosen(4, 10)):
        (tmp_path / str(number)).mkdir()
        judge(tmp_path / str(number), faults, "check")


def test_every_pair_of_stages_is_tried() -> None:
    """Of files and first letters of codes: what could hide what."""
    tried = {
        (one.file, one.code[0], other.file, other.code[0])
        for count in (2, 3, 4, 5, 6)
        for faults in chosen(count, 30)
        for one, other in combinations(faults, 2)
    }
    assert len(tried) >= 75
