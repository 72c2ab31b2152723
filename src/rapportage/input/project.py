"""A user's project: the folder with layouts/ and data/, and the files in it by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as ReadOnly
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics import Findings, Severity, SourceFile, Span
from rapportage.diagnostics.suggestion import NO_PROJECT, suggest
from rapportage.document.normal import is_path
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.wrong_periods import ONE_PERIOD, why_no_period
from rapportage.input.files import (
    LEVERINGEN,
    PROVENANCE,
    FileFault,
    as_on_disk,
    exists,
    names_below,
    names_in,
    read,
    real_path,
)
from rapportage.input.lists import FOLDER as LISTS
from rapportage.input.lists import Lists
from rapportage.input.loading import MAX_BYTES, OUTSIDE_HINT, load
from rapportage.input.loading.glyphs import check_glyphs
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.missing_file import where_else
from rapportage.input.specs.draft import is_draft, says_draft
from rapportage.input.specs.elsewhere import where_known
from rapportage.input.specs.layout import LayoutSpec
from rapportage.input.specs.parts.listed import with_listed_names
from rapportage.input.specs.parts.part_list import PartListSpec
from rapportage.input.specs.period import PeriodFile
from rapportage.input.specs.reach import earliest_day
from rapportage.input.specs.read import read_period_file, unread_period_file
from rapportage.input.specs.settings import SETTINGS, SettingsSpec
from rapportage.input.specs.spec import AnySpec
from rapportage.input.specs.theme import ThemeSpec
from rapportage.input.specs.validate import InPart, validate, validate_in_part, without_faulty
from rapportage.input.specs.words import NO_WORDS, WORDS, OwnWords, read_words
from rapportage.memory import NO_MEMORY, Memory, Same

if TYPE_CHECKING:
    from rapportage.input.brought import Brought
    from rapportage.input.images import Letters
    from rapportage.input.next_period import NextPeriodFile
    from rapportage.input.schema.kinds import FileKind

Missing = Callable[[str], str]
"""The characters of a text that the font of a report does not have."""
SUFFIX = ".yaml"
CHARTS = "grafieken"
"""Where a project has the code of its own charts."""
FOLDERS = ("layouts", "data")
"""Of which a project has at least one."""


class NewPeriod(Struct, frozen=True):
    """The file to be written, made of that of the period `origin`."""

    path: Path
    origin: str
    made: NextPeriodFile


class LayoutFile(Struct, frozen=True):
    """A layout as it is in its file; when it is not whole it is only good for finding more faults."""

    node: Mapping
    spec: LayoutSpec | None
    is_whole: bool


class ThemeFile(Struct, frozen=True):
    """A house style as it is in its file; when it is not whole it is without what is faulty."""

    spec: ThemeSpec
    is_whole: bool


class Project(Struct, dict=True):
    """Reads layouts and period files; each fault goes to `findings`, with the path as the user would write it."""

    folder: Path
    findings: Findings
    draft: bool = False
    """Whether figures of the edition may still be empty."""
    memory: Memory = NO_MEMORY
    """Of earlier builds in the same process: it knows what it read before."""
    read: list[Path] = field(default_factory=list)
    """Every file that was asked for, in that order."""
    roots: dict[str, Node] = field(default_factory=dict)
    """Every layout and period file that was read, by its path."""
    _nodes: dict[Path, Mapping | None] = field(default_factory=dict)
    _periods: dict[Path, PeriodFile | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.memory.begin()

    def layout(self, name: str) -> LayoutFile | None:
        """The layout of that name (in layouts/) or at that path; None when it can't be read at all."""
        node = self._node(name, "layouts", "lay-out")
        if node is None:
            return None
        made = self._validated(node, LayoutSpec)
        return LayoutFile(node, made.spec, made.is_whole and node.is_whole)

    def theme(self, name: Scalar) -> ThemeFile | None:
        """The house style of that name (in huisstijlen/); None when it can't be read at all."""
        path = as_on_disk(self.folder, f"huisstijlen/{name.text}{SUFFIX}")
        if "/" in name.text or "\\" in name.text or not exists(path, self.folder):
            known = [found.stem for found in self._found("huisstijlen")]
            message = f"er is geen huisstijl '{name.text[:60]}' in huisstijlen/"
            make = f"maak huisstijlen/{name.text[:60]}{SUFFIX} in de map van het project, of laat 'huisstijl' weg"
            hint = f"{suggest(name.text, known)}; of {make}" if known else make
            self.findings.error("H108", message, name.span, hint)
            return None
        self.read.append(path)
        node = load(path, self.shown(path), self.findings, self.folder, self.memory)
        if node is None:
            return None
        made = self._validated(node, ThemeSpec)
        spec = made.spec if made.is_whole else without_faulty(node, ThemeSpec, made.faults)
        if spec is None:
            return None
        self.read += [as_on_disk(self.folder, each.text) for each in spec.files()]
        return ThemeFile(spec, made.is_whole and node.is_whole)

    def _validated(self, node: Mapping, model: type[AnySpec]) -> InPart[AnySpec]:
        def read_spec(findings: Findings) -> InPart[AnySpec]:
            return validate_in_part(node, model, findings, elsewhere=where_known)

        return self.memory.read("spec", (Same(node), model), self.findings, read_spec)

    def levering(self, name: str) -> Mapping | None:
        """What says how a delivered file is read, by its name (in leveringen/) or path; None when it can't be read."""
        return self._node(name, LEVERINGEN, "levering")

    def beside(self, path: Path) -> Mapping | None:
        """A file of ours that belongs to another; None when there is none."""
        if not exists(path, self.folder):
            return None
        self.read.append(path)
        return self._loaded(path, self.findings)

    def period_path(self, period: TimePeriod) -> Path:
        """Where the file of a period is, or would be."""
        return self.folder / "data" / f"{period.code.replace('/', '_')}{SUFFIX}"

    def has_earlier(self, period: TimePeriod) -> bool:
        """Whether there is a file of an earlier period of the same kind."""
        return self._last_before(period) is not None

    def period(self, name: str, missing: Missing) -> PeriodFile | None:
        """The period file of that name (in data/) or at that path; None when there is none.

        One that is not sound is only good for finding more faults. Its characters may not be `missing` in the font.
        """
        node = self._node(name, "data", "periode")
        path = self._path(name, "data")
        if node is None:
            return None if path is None else self._unread(path)
        return self._read(node, path, missing)

    def _read(self, node: Mapping, at: Path | None, missing: Missing) -> PeriodFile | None:
        has_glyphs = check_glyphs(node, missing, self.findings, self.memory)
        lists, are_good = self._lists.of(node, self.findings)
        path = Path(node.span.path)
        if path not in self._periods:
            named, has_all = self._named(node, lists) if lists else (node, True)
            found = self.memory.read("period", (Same(named), self.draft), self.findings, self._period_reader(named))
            made = self._with_origins(found, node, at) if found and at else found or unread_period_file(node.span)
            self._periods[path] = made if has_all or made is None else replace(made, is_sound=False)
        file = self._periods[path]
        return file if file is None or (node.is_whole and has_glyphs and are_good) else replace(file, is_sound=False)

    def _named(self, node: Mapping, lists: ReadOnly[str, PartListSpec]) -> tuple[Mapping, bool]:
        of = (Same(node), *((name, Same(spec)) for name, spec in lists.items()))
        return self.memory.read("named", of, self.findings, lambda found: with_listed_names(node, lists, found))

    def _period_reader(self, node: Mapping) -> Callable[[Findings], PeriodFile | None]:
        return lambda findings: read_period_file(node, findings, draft=self.draft)

    def _with_origins(self, file: PeriodFile, node: Mapping, path: Path) -> PeriodFile:
        """The file with the cells of deliveries that its figures are of, where a file beside it says that."""
        beside = path.with_name(f"{path.stem}{PROVENANCE}")
        if not exists(beside, self.folder):
            return file
        from rapportage.input.specs.provenance import delivered_cells  # for this only

        origins = self.beside(beside)

        def with_cells(findings: Findings) -> PeriodFile:
            cells = delivered_cells(node, origins, findings)
            return replace(file, is_sound=False) if cells is None else replace(file, delivered=cells)

        return self.memory.read("origins", (Same(file), Same(node), Same(origins)), self.findings, with_cells)

    @property
    def lists(self) -> dict[str, PartListSpec]:
        """The lists of parts that period files were read with, by the dimension that they are of."""
        return self._lists.all_read()

    @cached_property
    def _lists(self) -> Lists:
        def load_list(path: Path) -> Mapping | None:
            self.read.append(path)
            return self._loaded(path, self.findings)

        return Lists(self.folder, lambda: self._found(LISTS), load_list, self.memory)

    @cached_property
    def words(self) -> OwnWords:
        """What woorden.yaml says, where the project has one."""
        path = as_on_disk(self.folder, WORDS)
        if not exists(path, self.folder):
            return NO_WORDS
        self.read.append(path)
        node = self._loaded(path, self.findings)
        return self.memory.read("words", (Same(node),), self.findings, lambda found: read_words(node, found))

    @cached_property
    def allows_code(self) -> bool:
        """Whether instellingen.yaml lets code of the project run; a fault in it was reported, and allows nothing."""
        path = as_on_disk(self.folder, SETTINGS)
        node = None
        if exists(path, self.folder):
            self.read.append(path)
            node = self._loaded(path, self.findings)
        spec = validate(node, SettingsSpec, self.findings) if node is not None else None
        return spec is not None and spec.code

    def read_code(self) -> Path:
        """The folder with the code of the project, of which every file is now among those that were read."""
        folder = self.folder / CHARTS
        if self._is_open(CHARTS):
            self.read += [path for path in names_below(folder, "*.py", self.folder) if path not in self.read]
        return folder

    def _unread(self, path: Path) -> PeriodFile | None:
        """What is gone on with in place of a file that is no YAML, which was reported."""
        try:
            written = read(path, MAX_BYTES, self.folder).decode("utf-8", "replace")
        except FileFault:
            return None
        return unread_period_file(Span(SourceFile(self.shown(path), written), 1, 1))

    def has_period(self, period: TimePeriod) -> bool:
        """Whether there is a file of that period, finished or not."""
        return exists(self.period_path(period), self.folder)

    def periods(self, missing: Missing) -> list[PeriodFile]:
        """Every finished period file in data/ that can be read."""
        paths = [each for each in self._found("data", "*") if each.suffix in (SUFFIX, ".yml")]
        for path in paths:
            if path.suffix != SUFFIX or _period_of(path) is None:
                message = f"{self.shown(path)} wordt niet gelezen: de naam is geen periode"
                self.findings.warning("C215", message, hint="noem het bestand naar zijn periode: 2020-05.yaml")
        known = [path for path in paths if path.suffix == SUFFIX and _period_of(path) is not None]
        found = (file for path in known for file in self._finished(path, missing))
        return [file for file in found if file is not None and file.is_sound]

    def is_empty(self) -> bool:
        """Whether there is no layout and no period file to look at; reported when there is none."""
        if any(self._found(folder, "*.y*ml") for folder in FOLDERS):
            return False
        message = "hier is niets om na te gaan: geen lay-out in layouts/, en geen periodebestand in data/"
        hint = "ga naar de map van uw project, of noem haar: --project MAP"
        self.findings.error("U109", message, hint=hint)
        return True

    def known(self, as_of: str | None, missing: Missing) -> list[PeriodFile]:
        """Every period file that was known on a day, also what no report reaches; those with faults are left out."""
        aside = Project(self.folder, Findings(), self.draft, _nodes=dict(self._nodes), _periods=dict(self._periods))
        return [file for file in aside.periods(missing) if _was_known(file, as_of)]

    def layouts(self) -> list[Node]:
        """Every layout in layouts/, as written in the file."""
        names = [path.stem for path in self._found("layouts")]
        return [node for name in names if (node := self._node(name, "layouts", "lay-out"))]

    def files(
        self, layout: LayoutSpec, edition: PeriodFile, as_of: str | None, missing: Missing
    ) -> Sequence[PeriodFile | None]:
        """The edition and every other finished period file that the layout reaches; None for one that is no file.

        Later editions are read only when figures are asked as of a later day than that of the edition. A file of
        another period that says it is a draft holds no figures yet: it is not looked at, whatever is built.
        """
        annotations = (text for texts in edition.annotations.values() for text in texts.values())
        texts: list[Node] = [layout.node, *edition.texts.values(), *annotations]
        earliest = earliest_day(texts, edition.period)
        looks_ahead = as_of is None or as_of > edition.edition.date.latest.isoformat()
        files: list[PeriodFile | None] = [edition, *(() if self._is_open("data") else (None,))]
        own = Path(edition.node.span.path).name
        for path in self._found("data"):
            period = _period_of(path)
            if period is None or path.name == own or period.start < earliest:
                continue
            if period.end <= edition.period.end or looks_ahead:
                files += [file for file in self._finished(path, missing) if file is None or _was_known(file, as_of)]
        return files

    def _finished(self, path: Path, missing: Missing) -> Iterator[PeriodFile | None]:
        """The period file at `path`, or None when it holds faults; nothing of a draft, of which nothing is reported."""
        found = Findings()
        node = self._loaded(path, found)
        if says_draft(path, self.folder) if node is None else is_draft(node):
            return
        self.findings.extend(found)
        self.read.append(path)
        yield self._unread(path) if node is None else self._read(node, path, missing)

    def next_period(self, name: str, origin: str | None) -> NewPeriod | None:
        """The file of a new period, made of that of `origin`: by default the last of the same kind before it."""
        new = TimePeriod.parse(name)
        if new is None or new.kind == "venster":
            hint = why_no_period(name) or ONE_PERIOD
            self.findings.error("S110", f"'{name[:40]}' is geen periode", hint=hint)
            return None
        path = self.period_path(new)
        if not self._is_open("data"):
            return None
        if exists(path, self.folder):
            self.findings.error("U106", f"{self.shown(path)} is er al", hint="vul dat bestand aan, of verwijder het")
            return None
        old = TimePeriod.parse(origin) if origin else self._last_before(new)
        if old is None:
            message = f"in data/ is geen eerdere periode van de soort '{new.kind}'"
            message = f"'{origin[:40]}' is geen periode" if origin else message
            hint = (why_no_period(origin) if origin else None) or self._first_hint(path)
            self.findings.error("U105", message, hint=hint)
            return None
        node = self._example(old, new)
        if node is None:
            return None
        from rapportage.input.next_period import next_period_file  # only here: a report starts sooner without

        return NewPeriod(path, old.code, next_period_file(node, old, new, self.editor_line()))

    def _first_hint(self, path: Path) -> str:
        """What to do where no period can be gone out from."""
        if any(map(_period_of, self._found("data"))):
            return "geef met --van een periode waarvan een bestand is"
        if self._is_project():
            return f"het eerste bestand maakt u zelf: {self.shown(path)}; 'rapportage init' elders geeft een voorbeeld"
        return NO_PROJECT

    def _is_project(self) -> bool:
        return any(exists(self.folder / each, None) for each in FOLDERS)

    def editor_line(self, kind: FileKind | None = None) -> str:
        """The first line of a file, for an editor: of a period file. None where the project has no schema."""
        from rapportage.input.schema import FOLDER, PERIOD  # for this only

        kind = kind or PERIOD
        return kind.line if exists(self.folder / FOLDER / kind.name, self.folder) else ""

    def _example(self, old: TimePeriod, new: TimePeriod) -> Mapping | None:
        """The file of the period `old`, of which only the structure counts: it may be a draft, and empty.

        Its faults are reported as one, at the place of the first: they are not in the file that was asked for.
        """
        reading = Project(self.folder, Findings(), draft=True)
        node = reading._node(old.code, "data", "periode")
        file = read_period_file(node, reading.findings, draft=True) if node is not None else None
        if node is not None and node.is_whole and file is not None and file.is_sound:
            return node
        fault = next(item for item in reading.findings if item.severity is Severity.ERROR)
        if fault.span is None:  # there is no such file
            self.findings.error(fault.code, fault.message, hint=fault.hint)
            return None
        message = f"{fault.span.path}, waar {new.code} van uitgaat, heeft een fout: {fault.message}"
        hint = f"verbeter {fault.span.path}, of ga met --van uit van een andere periode"
        self.findings.error("U105", message, fault.span, hint)
        return None

    def _last_before(self, new: TimePeriod) -> TimePeriod | None:
        known = (_period_of(path) for path in self._found("data"))
        return max(
            (each for each in known if each and (each.kind, each.begins) == (new.kind, new.begins) and each < new),
            default=None,
        )

    def brought(self, layout: LayoutSpec, letters: Letters) -> Brought:
        """The pictures that the layout shows, with words in `letters`, and the boundaries of its maps."""
        from rapportage.input.brought import bring  # what reads pictures is loaded by who makes a document

        return bring(layout, self.folder, letters, self.findings, self.read, self.memory)

    def _node(self, name: str, folder: str, what: str) -> Mapping | None:
        path = self._path(name, folder)
        if path is None:
            names = [found.stem for found in self._found(folder)]
            others = {each: [found.stem for found in self._found(each)] for each in FOLDERS if each != folder}
            hint = where_else(name, folder, names, others) if self._is_project() else NO_PROJECT
            self.findings.error("U102", f"er is geen {what} '{name}' in {folder}/", hint=hint)
            return None
        self.read.append(path)
        return self._loaded(path, self.findings)

    def _loaded(self, path: Path, findings: Findings) -> Mapping | None:
        """The file as nodes, read once."""
        if path not in self._nodes:
            node = self._nodes[path] = load(path, self.shown(path), findings, self.folder, self.memory)
            if node is not None:
                self.roots[node.span.path] = node
        return self._nodes[path]

    def _path(self, name: str, folder: str) -> Path | None:
        """A name is looked up; what looks like a path is taken as it is, and may turn out not to exist."""
        if is_path(name):
            return Path(name)
        path = as_on_disk(self.folder, f"{folder}/{name}{SUFFIX}")
        return path if exists(path, self.folder) else None

    def _found(self, folder: str, pattern: str = f"*{SUFFIX}") -> list[Path]:
        """What is in a folder of the project, by name; nothing when a link leads out of it, which is reported."""
        found = names_in(self.folder / folder, pattern, self.folder) if self._is_open(folder) else []
        return [path for path in found if not path.name.endswith(PROVENANCE)]

    def _is_open(self, folder: str) -> bool:
        """Whether no link of that name leads out of the project; reported when one does."""
        try:
            real_path(self.folder / folder, self.folder)
        except FileFault:
            message = f"{folder}/ leidt met een link naar buiten het project"
            self.findings.error("L110", message, hint=OUTSIDE_HINT)
            return False
        return True

    def shown(self, path: Path) -> str:
        """The path from the project folder or the current one, whichever it is in."""
        try:
            real = real_path(path, self.folder)
        except FileFault:
            return path.as_posix()
        for base in (Path.cwd(), self.folder.resolve()):
            if real.is_relative_to(base):
                return real.relative_to(base).as_posix()
        return path.as_posix()


def _period_of(path: Path) -> TimePeriod | None:
    """The period of which the file has the name: a window has '_' for the '/' that no file name can have."""
    return TimePeriod.parse(path.stem.replace("_", "/"))


def _was_known(file: PeriodFile, as_of: str | None) -> bool:
    return as_of is None or file.edition.date.latest.isoformat() <= as_of
