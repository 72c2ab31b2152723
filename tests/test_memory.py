"""A build with a memory of earlier ones makes what one without it makes, to the byte, whatever became of the files."""

from __future__ import annotations

import io
import random
import shutil
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import matplotlib
import pytest
from PIL import Image

from rapportage.composing import BuildRequest, compose_report
from rapportage.diagnostics import Finding, Findings, Span
from rapportage.html import edition
from rapportage.input.project import Project
from rapportage.memory import NO_MEMORY, Memory
from rapportage.pages.pdf.write import write
from rapportage.pages.typesetting import on_pages
from rapportage.pipeline import editions
from tests.fuzz.mutate import mutated
from tests.fuzz.projects import Files, everything

STEPS, SEEDS = 12, (1,)
MAP = """\
  - grafiek:
      titel: Kaart
      soort: kaart
      cijfers: "{{ gebieden.naar('gebied') }}"
      grenzen: {bestand: gebieden.geojson, code: code}
"""
PARTS = ("Noord", "Zuid", "Oost", "West", "overig")
SERIES = """\
  gebieden:
    titel: Gebieden
    eenheid: personen
    bron: een
    totaal: 6
    naar:
      gebied: {GM01: 1, GM02: 5}
"""
AREA = (
    '{{"type":"Feature","properties":{{"code":"{code}","naam":"{name}"}},"geometry":{{"type":"Polygon","coordinates":'
    "[[[{x},52],[{right},52],[{right},53],[{x},53],[{x},52]]]}}}}"
)


def boundaries(right: float = 6.0) -> bytes:
    areas = [
        AREA.format(code="GM01", name="Hier", x=4.0, right=5.0),
        AREA.format(code="GM02", name="Daar", x=5.0, right=right),
    ]
    return f'{{"type":"FeatureCollection","features":[{",".join(areas)}]}}'.encode()


def parts_in(names: Sequence[str]) -> bytes:
    return "\n".join(("verdeling: soort", "onderdelen:", *(f"  {name}: {{}}" for name in names))).encode()


def project() -> Files:
    """Every kind of file that a report reads, and a report without a fault of which they are all a part."""
    files = everything()
    layout = files["layouts/alles.yaml"].decode().replace("  - pagina-einde\n", f"{MAP}  - pagina-einde\n")
    layout = layout.replace("geheimhouding: {drempel: 5}\n", "")
    files["layouts/alles.yaml"] = layout.encode()
    for name in ("data/2020-04.yaml", "data/2020-05.yaml"):
        text = files[name].decode()
        files[name] = text.replace("cijfers:\n", f"cijfers:\n{SERIES}", 1).encode()
    files["gebieden.geojson"] = boundaries()
    files["lijsten/soorten.yaml"] = parts_in(PARTS)
    files["woorden.yaml"] = b"reeksen:\n  aanvragen: verzoeken\n"
    return files


# --- What one may do to a project ---------------------------------------------------------------------------


def _said(chance: random.Random, files: Files) -> None:
    name = "layouts/alles.yaml"
    files[name] = files[name].replace(b" zin over", f" zin{' heel' * chance.randint(1, 3)} over".encode())


def _figure(chance: random.Random, files: Files) -> None:
    name = chance.choice(("data/2020-04.yaml", "data/2020-05.yaml"))
    old = chance.choice((b"oud: ", b"2019-05: ", b"Noord: ", b"totaal: 1200", b"GM02: "))
    files[name] = files.get(name, b"").replace(old, old + str(chance.randint(1, 3)).encode(), 1)


def _written_otherwise(chance: random.Random, files: Files) -> None:
    """The same figure with another number of decimals, and another text of which every place is the same."""
    name = "data/2020-05.yaml"
    files[name] = files.get(name, b"").replace(b"totaal: 12.5", b"totaal: 12.50").replace(b"Geteld.", b"Gewogen")


def _shifted(chance: random.Random, files: Files) -> None:
    name = chance.choice([each for each in files if each.endswith(".yaml")])
    files[name] = b"# een\n" + files[name] if chance.random() < 0.5 else files[name] + b"\n# nog een opmerking\n"


def _style(chance: random.Random, files: Files) -> None:
    name = "huisstijlen/huis.yaml"
    corps = f"corps: {chance.randint(12, 18)}".encode()
    files[name] = (
        files.get(name, b"").replace(b"corps: 16", corps).replace(b"154273", chance.choice((b"154274", b"7a0019")))
    )


def _picture(chance: random.Random, files: Files) -> None:
    data = io.BytesIO()
    form, name = chance.choice((("PNG", "plaat.png"), ("JPEG", "foto.jpg")))
    Image.linear_gradient("L").resize((chance.randint(20, 60), 30)).convert("RGB").save(data, form)
    files[name] = data.getvalue()


def _drawing(chance: random.Random, files: Files) -> None:
    files["vorm.svg"] = files.get("vorm.svg", b"").replace(b'r="20"', f'r="{chance.randint(10, 22)}"'.encode())


def _font(chance: random.Random, files: Files) -> None:
    beside = Path(pytest.importorskip("reportlab").__file__).parent / "fonts"
    files["Vera.ttf"] = (beside / chance.choice(("VeraBd.ttf", "VeraIt.ttf", "Vera.ttf"))).read_bytes()


def _areas(chance: random.Random, files: Files) -> None:
    files["gebieden.geojson"] = boundaries(chance.choice((6.0, 7.0, 8.0)))


def _list(chance: random.Random, files: Files) -> None:
    parts = chance.sample(PARTS, chance.choice((4, 5, 5)))
    files["lijsten/soorten.yaml"] = parts_in(parts)


def _words(chance: random.Random, files: Files) -> None:
    name = chance.choice(("verzoeken", "vragen", "aanvraagjes"))
    files["woorden.yaml"] = f"reeksen:\n  aanvragen: {name}\n".encode()


def _language(chance: random.Random, files: Files) -> None:
    name = "layouts/alles.yaml"
    text = files.get(name, b"")
    files[name] = text.removeprefix(b"taal: en\n") if text.startswith(b"taal") else b"taal: en\n" + text


def _moved(_: random.Random, files: Files) -> None:
    """The same bytes by another name."""
    files["lijsten/andere.yaml"] = files.pop("lijsten/soorten.yaml", b"")


def _rare(_: random.Random, files: Files) -> None:
    """A character that not every font has, in one that has it."""
    _rarely(_, files)
    files["Vera.ttf"] = (Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf").read_bytes()


def _rarely(_: random.Random, files: Files) -> None:
    for name in ("layouts/alles.yaml", "data/2020-05.yaml"):
        files[name] = files[name].replace(b"Een uitspraak.", "Een uitspraak \u03c8.".encode())


def _empty(_: random.Random, files: Files) -> None:
    """A figure is still to be filled in."""
    files["data/2020-05.yaml"] = files.get("data/2020-05.yaml", b"").replace(b"totaal: 1200", b"totaal:")


def _margins(_: random.Random, files: Files) -> None:
    """A narrower page."""
    name = "huisstijlen/huis.yaml"
    files[name] = files.get(name, b"").replace(b"links: 15", b"links: 20")


def _code(_: random.Random, files: Files) -> None:
    """The same file of boundaries, of which another property is asked."""
    name = "layouts/alles.yaml"
    files[name] = files.get(name, b"").replace(b"code: code", b"code: code, naam: code")


def _renamed(chance: random.Random, files: Files) -> None:
    name = chance.choice(sorted(files))
    files[name.replace("2020-04", "2020-03") if "2020-04" in name else f"{name}x"] = files.pop(name)


def _removed(chance: random.Random, files: Files) -> None:
    del files[chance.choice(sorted(files))]


def _spoilt(chance: random.Random, files: Files) -> None:
    spoilt = mutated(chance, files)
    files.clear()
    files.update(spoilt)


EDITS = (
    _said,
    _figure,
    _written_otherwise,
    _shifted,
    _style,
    _picture,
    _drawing,
    _font,
    _areas,
    _list,
    _words,
    _language,
)
FAULTS = (_renamed, _removed, _spoilt)


def walk(chance: random.Random, steps: int) -> Iterator[Files]:
    """States of a project, one after another: each edit by itself, and then by chance, often back to an earlier one."""
    whole = project()
    yield whole
    states = [whole]
    for edit in EDITS:
        made = dict(whole)
        edit(chance, made)
        states.append(made)
        yield made
        yield whole
    for _ in range(steps):
        made = dict(chance.choice((states[-1], states[-1], whole, chance.choice(states))))
        for edit in chance.choices((*EDITS, *FAULTS), k=chance.choice((0, 1, 1, 2))):
            try:
                edit(chance, made)
            except (KeyError, IndexError):  # of what is not there any more
                continue
        states.append(made)
        yield made


Edit = Callable[[random.Random, Files], None]
CARELESS: list[tuple[str, int, tuple[Edit, ...]]] = [
    ("nodes", 0, (_said,)),
    ("nodes", 0, (_written_otherwise,)),
    ("nodes", 1, (_moved,)),
    ("glyphs", 0, (_rarely,)),
    ("glyphs", 1, (_rare, _rarely)),
    ("spec", 0, (_said,)),
    ("named", 0, (_figure,)),
    ("named", 1, (_list,)),
    ("period", 0, (_figure,)),
    ("period", 1, (_empty,)),
    ("list", 0, (_list,)),
    ("words", 0, (_words,)),
    ("cube", 0, (_figure,)),
    ("cube", -1, (_words,)),
    ("face", 0, (_font,)),
    ("pixels", 0, (_picture,)),
    ("svg", 0, (_drawing,)),
    ("boundaries", 0, (_areas,)),
    ("boundaries", 1, (_code,)),
    ("drawing", 1, (_figure,)),
    ("drawing", 2, (_margins,)),
    ("drawing", 3, (_font,)),
    ("lines", 0, (_said,)),
    ("lines", 1, (_margins,)),
    ("lines", 2, (_font,)),
]
"""Which part of a key of what is left out, and the edits of which one then shows."""


class Careless(Memory):
    """A memory that leaves something out of a key."""

    def __init__(self, how: str, place: int) -> None:
        super().__init__()
        self._how, self._place = how, place

    def made(self, how: str, of: tuple[Hashable, ...], make: Callable[[], Any]) -> Any:
        return super().made(how, self._less(how, of), make)

    def read(self, how: str, of: tuple[Hashable, ...], findings: Findings, make: Callable[[Findings], Any]) -> Any:
        return super().read(how, self._less(how, of), findings, make)

    def _less(self, how: str, of: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
        if how != self._how or len(of) <= self._place:
            return of
        return tuple(part for place, part in enumerate(of) if place not in (self._place, len(of) + self._place))


def written(files: Files, folder: Path) -> None:
    """Writes a state in place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


# --- What must be the same ----------------------------------------------------------------------------------


def _place(span: Span | None) -> object:
    return span and (span.path, span.line, span.column, span.length, span.file.text)


def _told(found: Finding) -> object:
    also = tuple(map(_place, found.also))
    return found.code, found.severity, found.message, _place(found.span), found.hint, also, found.resting


def outcome(folder: Path, memory: Memory | None, *, draft: bool = False) -> dict[str, Any]:
    """All that comes of a build but its checks, which know nothing of a memory: `editions` below has those as well."""
    findings = Findings()
    project = Project(folder, findings, draft, NO_MEMORY if memory is None else memory)
    composed = compose_report(BuildRequest("alles", "2020-05", folder, draft=draft), project)
    found: dict[str, Any] = {}
    if composed is not None:
        with composed.document.spoken():
            laid_out = on_pages(composed.document, composed.style, findings, composed.memory)
            if laid_out is not None:
                found["drawings"] = repr(laid_out.drawings)
                found["pdf"] = write(laid_out.pages, laid_out.document, composed.style.family)
                found["html"] = edition(laid_out.document, laid_out.drawings, composed.style)
        found["document"], found["figures"] = (
            repr(composed.document),
            repr([getattr(composed.given, name) for name in ("observations", "lists", "words")]),
        )
    found["read"] = [path.relative_to(folder).as_posix() for path in project.read]
    found["roots"], found["words"] = repr(project.roots), repr(project.words)
    return {**found, "findings": list(map(_told, findings)), "items": list(map(_told, findings.items))}


def difference(states: Iterable[Files], memory: Memory, folder: Path, *, draft: bool = False) -> str | None:
    """What of the first state in which that is so is other with a memory than without; None where there is no such."""
    for number, files in enumerate(states):
        written(files, folder)
        cold, warm = outcome(folder, None, draft=draft), outcome(folder, memory, draft=draft)
        for name in (name for name in {**cold, **warm} if cold.get(name) != warm.get(name)):
            return f"{name} of state {number}"
    return None


def test_the_project_makes_a_report(tmp_path: Path) -> None:
    written(project(), tmp_path / "project")
    made = outcome(tmp_path / "project", None)
    assert "pdf" in made, made["findings"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_warm_build_is_a_cold_build(seed: int, tmp_path: Path) -> None:
    assert difference(walk(random.Random(seed), STEPS), Memory(), tmp_path / "project") is None


def test_all_forms_with_their_checks_are_the_same(tmp_path: Path) -> None:
    memory, request = Memory(), BuildRequest("alles", "2020-05", tmp_path / "project", attachments=True, origins=True)
    for edit in (_shifted, _drawing, _said):
        files = project()
        edit(random.Random(3), files)
        written(files, request.folder)
        cold, warm = Findings(), Findings()
        made = editions(request, ("pdf", "html"), cold), editions(request, ("pdf", "html"), warm, memory=memory)
        one, other = (each and each.report and (each.report.pdf, each.html, each.workbook, each.read) for each in made)
        assert one
        assert one == other
        assert list(map(_told, cold)) == list(map(_told, warm))


def _differs(states: Iterable[Files], memory: Memory, folder: Path, *, draft: bool) -> bool:
    """Whether one of them comes out otherwise, or breaks on what is not of these files."""
    try:
        return difference(states, memory, folder, draft=draft) is not None
    except (ValueError, LookupError):
        return True


@pytest.mark.parametrize(("how", "place", "edits"), CARELESS)
def test_a_key_that_leaves_something_out_is_found(
    how: str, place: int, edits: tuple[Edit, ...], tmp_path: Path
) -> None:
    states = [project()]
    for number, edit in enumerate(edits):
        for seed in range(3):  # of which at least one makes another state
            made = project()
            edit(random.Random(10 * number + seed), made)
            states += [made] if made not in states else []
    memory, folder = Careless(how, place), tmp_path / "project"
    assert any(_differs(states, memory, folder, draft=draft) for draft in (False, True))


def test_what_is_not_used_is_forgotten(tmp_path: Path) -> None:
    memory, sizes, folder = Memory(), list[int](), tmp_path / "project"
    for number in range(6):
        files = project()
        files["layouts/alles.yaml"] = files["layouts/alles.yaml"].replace(b"Alles", f"Titel {number}".encode(), 1)
        if number % 2:
            files["data/2020-05.yaml"] += f"fout {number}".encode()
        written(files, folder)
        outcome(folder, memory)
        sizes.append(memory.size)
    assert max(sizes[2:]) < 1.2 * sizes[0], sizes
