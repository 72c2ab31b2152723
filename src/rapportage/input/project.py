"""A user's project: the folder with layouts/ and data/, and the files in it by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from rapportage.diagnostics import Findings, Severity
from rapportage.diagnostics.suggestion import NO_PROJECT, suggest
from rapportage.document.drawing import Graphic
from rapportage.document.normal import is_path
from rapportage.figures.dates import KnownDate
from rapportage.figures.period import TimePeriod
from rapportage.input.files import FileFault, as_on_disk, exists, names_in, real_path
from rapportage.input.images import PictureFault, Pictures
from rapportage.input.loading import OUTSIDE_HINT, load
from rapportage.input.loading.glyphs import check_glyphs
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.next_period import NextPeriodFile, next_period_file
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.input.specs.draft import is_draft, says_draft
from rapportage.input.specs.layout import ConditionalSpec, LayoutSpec
from rapportage.input.specs.leaves import why_no_period
from rapportage.input.specs.period import PeriodFile
from rapportage.input.specs.reach import earliest_day
from rapportage.input.specs.read import read_period_file
from rapportage.input.specs.theme import ThemeSpec
from rapportage.input.specs.validate import validate

Missing = Callable[[str], str]
"""The characters of a text that the font of a report does not have."""
NEWEST = "nieuwste"
SUFFIX = ".yaml"
FOLDERS = ("layouts", "data")
"""Of which a project has at least one."""


class NewPeriod(Struct, frozen=True):
    """The file to be written, made of that of the period `origin`."""

    path: Path
    origin: str
    made: NextPeriodFile


class LayoutFile(Struct, frozen=True):
    """A layout as it is in its file; without a spec when that holds a fault."""

    node: Mapping
    spec: LayoutSpec | None


class KnownOn(Struct, frozen=True):
    """As of when figures are asked; None means the newest."""

    told: KnownDate | None

    @property
    def day(self) -> str | None:
        """The last day that it can be, to compare with."""
        return self.told.last.isoformat() if self.told else None

    @property
    def code(self) -> str | None:
        """As a manifest tells it."""
        return self.told.code if self.told else None


class Project(Struct, dict=True):
    """Reads layouts and period files; each fault goes to `findings`, with the path as the user would write it."""

    folder: Path
    findings: Findings
    draft: bool = False
    """Whether figures of the edition may still be empty."""
    read: list[Path] = field(default_factory=list)
    """Every file that was asked for, in that order."""
    roots: dict[str, Node] = field(default_factory=dict)
    """Every layout and period file that was read, by its path."""
    _nodes: dict[Path, Mapping | None] = field(default_factory=dict)
    _periods: dict[Path, PeriodFile | None] = field(default_factory=dict)

    def layout(self, name: str) -> LayoutFile | None:
        """The layout of that name (in layouts/) or at that path; None when it can't be read at all."""
        node = self._node(name, "layouts", "lay-out")
        return None if node is None else LayoutFile(node, validate(node, LayoutSpec, self.findings))

    def theme(self, name: Scalar) -> ThemeSpec | None:
        """The house style of that name (in huisstijlen/)."""
        path = as_on_disk(self.folder, f"huisstijlen/{name.text}{SUFFIX}")
        if "/" in name.text or "\\" in name.text or not exists(path, self.folder):
            known = [found.stem for found in self._found("huisstijlen")]
            message = f"er is geen huisstijl '{name.text[:60]}' in huisstijlen/"
            self.findings.error("H108", message, name.span, suggest(name.text, known) if known else None)
            return None
        self.read.append(path)
        node = load(path, self._shown(path), self.findings, self.folder)
        spec = validate(node, ThemeSpec, self.findings) if node is not None else None
        if node is None or spec is None:
            return None
        self.read += [as_on_disk(self.folder, each.text) for each in spec.files()]
        return spec if node.is_whole else None

    def period(self, name: str, missing: Missing) -> PeriodFile | None:
        """The period file of that name (in data/) or at that path. Its characters may not be `missing` in the font."""
        node = self._node(name, "data", "periode")
        return None if node is None else self._read(node, missing)

    def _read(self, node: Mapping, missing: Missing) -> PeriodFile | None:
        has_glyphs = check_glyphs(node, missing, self.findings)
        path = Path(node.span.path)
        if path not in self._periods:
            self._periods[path] = read_period_file(node, self.findings, draft=self.draft)
        return self._periods[path] if node.is_whole and has_glyphs else None

    def periods(self, missing: Missing) -> list[PeriodFile]:
        """Every finished period file in data/ that can be read."""
        paths = [each for each in self._found("data", "*") if each.suffix in (SUFFIX, ".yml")]
        for path in paths:
            if path.suffix != SUFFIX or _period_of(path) is None:
                message = f"{self._shown(path)} wordt niet gelezen: de naam is geen periode"
                self.findings.warning("C215", message, hint="noem het bestand naar zijn periode: 2020-05.yaml")
        known = [path for path in paths if path.suffix == SUFFIX and _period_of(path) is not None]
        return [file for path in known for file in self._finished(path, missing) if file is not None]

    def layouts(self) -> list[Node]:
        """Every layout in layouts/, as written in the file."""
        names = [path.stem for path in self._found("layouts")]
        return [node for name in names if (node := self._node(name, "layouts", "lay-out"))]

    def as_of(self, wanted: str | None, edition: PeriodFile | None) -> KnownOn | None:
        """The day as of which figures are asked: by default that of the edition; None when it can't be one."""
        if wanted == NEWEST or edition is None:
            return KnownOn(None)
        own = edition.edition.date
        if wanted is None:
            return KnownOn(own.known)
        known = KnownDate.parse(wanted)
        if known is None:
            hint = f"schrijf jaar-maand-dag, bijvoorbeeld 2020-06-24, of {NEWEST}"
            self.findings.error("U103", f"'{wanted[:40]}' is geen peildatum", hint=hint)
            return None
        if known.last < own.latest:
            when = f"{'op' if known.is_day else 'in'} {wanted}"
            sure = "" if known.last < own.known.first else " misschien"
            message = f"{when} was de uitgave over {edition.period.code} er{sure} nog niet (datum: {own.text})"
            self.findings.error("U103", message, own.span, "kies een latere peildatum, of een eerdere periode")
            return None
        return KnownOn(known)

    def files(
        self, layout: LayoutSpec, edition: PeriodFile, as_of: str | None, missing: Missing
    ) -> Sequence[PeriodFile | None]:
        """The edition and every other finished period file that the layout reaches; None for one that has faults.

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
        yield None if node is None else self._read(node, missing)

    def next_period(self, name: str, origin: str | None) -> NewPeriod | None:
        """The file of a new period, made of that of `origin`: by default the last of the same kind before it."""
        new = TimePeriod.parse(name)
        if new is None or new.kind == "venster":
            hint = why_no_period(name) or "schrijf 2020-06, 2020-W24, 2020-Q3, 2020-H2 of 2021"
            self.findings.error("S110", f"'{name[:40]}' is geen periode", hint=hint)
            return None
        path = self.folder / "data" / f"{new.code}{SUFFIX}"
        if not self._is_open("data"):
            return None
        if exists(path, self.folder):
            self.findings.error("U106", f"{self._shown(path)} is er al", hint="vul dat bestand aan, of verwijder het")
            return None
        old = TimePeriod.parse(origin) if origin else self._last_before(new)
        if old is None:
            message = f"in data/ is geen eerdere periode van de soort '{new.kind}'"
            message = f"'{origin[:40]}' is geen periode" if origin else message
            hint = (why_no_period(origin) if origin else None) or "geef met --van een periode waarvan een bestand is"
            self.findings.error("U105", message, hint=hint)
            return None
        node = self._example(old, new)
        return (
            None if node is None else NewPeriod(path, old.code, next_period_file(node, old, new, self._editor_line()))
        )

    def _editor_line(self) -> str:
        """The first line of a period file, for an editor; none where the project has no schema."""
        from rapportage.input.schema import FOLDER, PERIOD  # for this only

        return PERIOD.line if exists(self.folder / FOLDER / PERIOD.name, self.folder) else ""

    def _example(self, old: TimePeriod, new: TimePeriod) -> Mapping | None:
        """The file of the period `old`, of which only the structure counts: it may be a draft, and empty.

        Its faults are reported as one, at the place of the first: they are not in the file that was asked for.
        """
        reading = Project(self.folder, Findings(), draft=True)
        node = reading._node(old.code, "data", "periode")
        file = read_period_file(node, reading.findings, draft=True) if node is not None else None
        if node is not None and node.is_whole and file is not None:
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
        return max((each for each in known if each and each.kind == new.kind and each < new), default=None)

    def pictures(self, layout: LayoutSpec) -> dict[str, Graphic | None]:
        """The pictures that the layout shows, by the path that it gives; None for one that can't be read."""
        found, asked = Pictures(self.folder), dict[str, None]()
        for each in layout.blocks:
            block = each.block if isinstance(each, ConditionalSpec) else each
            if isinstance(block, ImageSpec) and block.file.text not in asked:
                asked[block.file.text] = None
                self.read.append(as_on_disk(self.folder, block.file.text))
                try:
                    found.load(block.file.text)
                except PictureFault as fault:
                    fault.report(block.file.span, self.findings)
        return {name: found.loaded.get(name) for name in asked}

    def _node(self, name: str, folder: str, what: str) -> Mapping | None:
        path = self._path(name, folder)
        if path is None:
            names = [found.stem for found in self._found(folder)]
            hint = suggest(name, names) if any(exists(self.folder / each, None) for each in FOLDERS) else NO_PROJECT
            self.findings.error("U102", f"er is geen {what} '{name}' in {folder}/", hint=hint)
            return None
        self.read.append(path)
        return self._loaded(path, self.findings)

    def _loaded(self, path: Path, findings: Findings) -> Mapping | None:
        """The file as nodes, read once."""
        if path not in self._nodes:
            node = self._nodes[path] = load(path, self._shown(path), findings, self.folder)
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
        return names_in(self.folder / folder, pattern, self.folder) if self._is_open(folder) else []

    def _is_open(self, folder: str) -> bool:
        """Whether no link of that name leads out of the project; reported when one does."""
        try:
            real_path(self.folder / folder, self.folder)
        except FileFault:
            message = f"{folder}/ leidt met een link naar buiten het project"
            self.findings.error("L110", message, hint=OUTSIDE_HINT)
            return False
        return True

    def _shown(self, path: Path) -> str:
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
