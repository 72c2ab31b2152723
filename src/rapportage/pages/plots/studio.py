"""Charts of the user's own: each is drawn in another process, or taken from those that were drawn before."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile

from msgspec import DecodeError, Struct, msgpack

from rapportage import __version__
from rapportage.diagnostics import Findings
from rapportage.document import Chart, OwnCode
from rapportage.document.drawing import Drawing
from rapportage.figures.languages.spoken import spoken_language
from rapportage.input.files import FileFault, names_below, names_in, read
from rapportage.input.project import CHARTS
from rapportage.pages.fonts import Family
from rapportage.pages.plots.cache import keep, kept
from rapportage.pages.plots.errand import Fault, Request, Result
from rapportage.pages.plots.given import given
from rapportage.pages.plots.legible import outside, unreadable
from rapportage.pages.plots.processes import Drawer, Drawers
from rapportage.pages.plots.worker import PROCESSOR

ROLES = ("regular", "semibold", "italic", "semibold-italic")
CODE = "*.py"
MOST_CODE = 10_000_000
AT_ONCE = 2
MORE_ROOM = "geef de grafiek meer 'hoogte', of toon minder tekst"
PATIENCE = 2 * PROCESSOR
"""Seconds: who waits for something else uses no time of the processor."""


class Ask(Struct, frozen=True):
    """A chart to draw."""

    chart: Chart
    code: OwnCode
    width: float


def draw_own(
    asked: Iterable[Ask], folder: Path, family: Family, colours: tuple[str, ...], findings: Findings
) -> Mapping[str, Drawing] | None:
    """The drawing of each chart; None when one can't be drawn, all of which was then reported.

    Those that are not kept are drawn two at a time.
    """
    made: dict[str, Drawing] = {}
    fits = True
    asks = list(asked)
    works = [_Work(_request(ask, folder, family, colours)) for ask in asks]
    for ask, result in zip(asks, _results(works), strict=True):
        if result.drawing is None:
            fits = False
            _report(result.fault or Fault("ended", ""), ask, findings)
        elif text := outside(result.drawing, family):
            fits = False
            message = f"in {_name(ask)} staat '{text[:60]}' niet helemaal binnen de grafiek"
            findings.error("T475", message, ask.code.origin, MORE_ROOM)
        else:
            made[ask.chart.id] = result.drawing
            for formula in [each for each in result.formulas if any(map(str.isdigit, each))][:1]:
                message = f"in {_name(ask)} wordt niet herleid wat in de formule '{formula[:60]}' staat"
                findings.warning("T475", message, ask.code.origin, "schrijf een getal als gewone tekst, zonder $")
            for what in unreadable(result.drawing, family):
                message = f"in {_name(ask)} is niet alles te lezen: {what}"
                findings.warning("T475", message, ask.code.origin, MORE_ROOM)
    return made if fits else None


def _name(ask: Ask) -> str:
    """What the report calls it; a chart that is made on its own has no number."""
    return ask.chart.label.lower() or "de grafiek"


def _request(ask: Ask, folder: Path, family: Family, colours: tuple[str, ...]) -> Request:
    return Request(
        folder=str(folder.resolve()),
        module=ask.code.module,
        function=ask.code.function,
        figures=given(ask.chart, colours),
        width=ask.width,
        height=ask.code.height,
        faces={role: family.face(role).data for role in ROLES},
        language=spoken_language().tag,
    )


class _Work:
    """A drawing that is kept, or is being made."""

    def __init__(self, request: Request) -> None:
        self._data = msgpack.encode(request)
        self._key = sha256(self._data + _made_with(Path(request.folder))).hexdigest()
        self._kept = _decoded(kept(self._key))
        self._drawer: Drawer | None = None
        # Files, since a pipe stays open for as long as any process that the code began.
        self._asked, self._answer = TemporaryFile(), TemporaryFile()  # noqa: SIM115  # `end` closes them

    def begin(self, drawers: Drawers) -> None:
        if self._kept is None and self._drawer is None:
            self._asked.write(self._data)
            self._asked.seek(0)
            self._drawer = drawers.begin(self._asked, self._answer)

    def result(self) -> Result:
        if self._kept is not None or self._drawer is None:
            return self._kept or Result()
        code = self._drawer.ended(PATIENCE)
        if code is None:
            return Result(fault=Fault("time", ""))
        self._answer.seek(0)
        out = self._answer.read()
        result = _decoded(out)
        if result is None:
            return Result(fault=Fault("ended", str(code)))
        if result.drawing is not None:
            keep(self._key, out)
        return result

    def end(self) -> None:
        """Leaves nothing behind: also what the code began in its turn."""
        if self._drawer is not None:
            self._drawer.stop()
            self._drawer = None
        self._asked.close()
        self._answer.close()


def _results(works: Sequence[_Work]) -> Iterator[Result]:
    """What each gives, in their order."""
    drawers = Drawers()
    try:
        for place, work in enumerate(works):
            for each in works[place : place + AT_ONCE]:
                each.begin(drawers)
            yield work.result()
            work.end()
    finally:
        for work in works:
            work.end()
        drawers.end()


def _decoded(data: bytes | None) -> Result | None:
    if not data:
        return None
    try:
        return msgpack.decode(data, type=Result)
    except DecodeError:
        return None


def _made_with(charts: Path) -> bytes:
    """What a drawing rests on besides its figures: the code of the project, and all packages that it may use."""
    code = (f"{path.relative_to(charts)} {_digest(path)}" for path in names_below(charts, CODE, None))
    return "\n".join([sys.version, __version__, *_packages(), *code]).encode()


def _packages() -> list[str]:
    """The packages that are installed, with their versions: 'numpy-2.1.0.dist-info'."""
    return [path.name for folder in sys.path if folder for path in names_in(Path(folder), "*.dist-info", None)]


def _digest(path: Path) -> str:
    try:
        return sha256(read(path, MOST_CODE, None)).hexdigest()
    except FileFault:
        return ""


def _report(fault: Fault, ask: Ask, findings: Findings) -> None:
    code, name = ask.code, f"{ask.code.module}:{ask.code.function}"
    file = f"{CHARTS}/{code.module.replace('.', '/')}.py"
    match fault.kind:
        case "module":
            message, hint = f"er is geen {file}", f"maak dat bestand, met daarin: def {code.function}(axes, figures):"
        case "function":
            message = f"in {file} is geen functie '{code.function}'"
            hint = f"schrijf daarin: def {code.function}(axes, figures):"
        case "raised":
            where = f" in {CHARTS}/{fault.file}, regel {fault.line}" if fault.file else ""
            message, hint = f"'{name}' eindigde met een fout{where}: {fault.message[:300]}", "herstel die regel"
        case "shapes":
            message = f"'{name}' tekent meer vormen dan in een rapport passen"
            hint = "vat de gegevens eerst samen, of teken ze als afbeelding (imshow)"
            findings.error("T474", message, code.origin, hint)
            return
        case "other":
            message, hint = (
                f"{file} heet als een module van Python of van een pakket",
                "geef het bestand een andere naam",
            )
        case "empty":
            message, hint = f"'{name}' tekent niets", "teken op 'axes': axes.bar(…), en niet plt.bar(…)"
        case _:
            what = "duurde te lang" if fault.kind == "time" else "vroeg te veel geheugen of tijd"
            message, hint = f"'{name}' {what} en is gestopt", "een grafiek mag een minuut rekenen, met hoogstens 2 GB"
            findings.error("T474", message, code.origin, hint)
            return
    findings.error("T473", message, code.origin, hint)
