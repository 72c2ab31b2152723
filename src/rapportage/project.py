"""A user's project: the folder with layouts/ and data/, and the files in it by name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapportage.cube.period import TimePeriod
from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import suggest
from rapportage.drawing import Graphic
from rapportage.fonts import source_sans
from rapportage.images import PictureFault, load_picture
from rapportage.loading import load
from rapportage.loading.glyphs import check_glyphs
from rapportage.loading.nodes import Node
from rapportage.specs.image import ImageSpec
from rapportage.specs.layout import LayoutSpec
from rapportage.specs.period import PeriodFile
from rapportage.specs.reach import earliest_day
from rapportage.specs.read import read_period_file
from rapportage.specs.validate import validate

NEWEST = "nieuwste"
SUFFIX = ".yaml"


@dataclass(frozen=True)
class Project:
    """Reads layouts and period files; each fault goes to `findings`, with the path as the user would write it."""

    folder: Path
    findings: Findings

    def layout(self, name: str) -> LayoutSpec | None:
        """The layout of that name (in layouts/) or at that path."""
        node = self._node(name, "layouts", "lay-out")
        return validate(node, LayoutSpec, self.findings) if node else None

    def period(self, name: str) -> PeriodFile | None:
        """The period file of that name (in data/) or at that path."""
        node = self._node(name, "data", "periode")
        return read_period_file(node, self.findings) if node else None

    def as_of(self, wanted: str | None, edition: PeriodFile | None) -> str | None:
        """The day as of which figures are asked: by default that of the edition; None means the newest."""
        if wanted == NEWEST or edition is None:
            return None
        if wanted is None:
            return edition.edition.date.day.isoformat()
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", wanted):
                return date.fromisoformat(wanted).isoformat()
        except ValueError:
            pass
        hint = f"schrijf jaar-maand-dag, bijvoorbeeld 2020-06-24, of {NEWEST}"
        self.findings.error("U103", f"'{wanted[:40]}' is geen peildatum", hint=hint)
        return None

    def files(self, layout: LayoutSpec, edition: PeriodFile, as_of: str | None) -> Sequence[PeriodFile]:
        """The edition and every other period file that the layout reaches.

        Later editions are read only when figures are asked as of a later day than that of the edition.
        """
        annotations = (text for texts in edition.annotations.values() for text in texts.values())
        texts: list[Node] = [layout.node, *edition.texts.values(), *annotations]
        earliest = earliest_day(texts, edition.period)
        looks_ahead = as_of is None or as_of > edition.edition.date.day.isoformat()
        files = [edition]
        own = Path(edition.node.span.path).name
        for path in sorted((self.folder / "data").glob(f"*{SUFFIX}")):
            period = TimePeriod.parse(path.stem)
            if period is None or path.name == own or period.start < earliest:
                continue
            if period.end <= edition.period.end or looks_ahead:
                file = self.period(path.stem)
                if file is not None and (as_of is None or file.edition.date.day.isoformat() <= as_of):
                    files.append(file)
        return files

    def pictures(self, layout: LayoutSpec) -> Mapping[str, Graphic]:
        """The pictures that the layout shows, by the path that it gives; those that can't be read are left out."""
        found: dict[str, Graphic] = {}
        for block in layout.blocks:
            if isinstance(block, ImageSpec) and block.file.text not in found:
                try:
                    found[block.file.text] = load_picture(self.folder, block.file.text)
                except PictureFault as fault:
                    for problem in fault.problems:
                        self.findings.error(problem.code, problem.message, block.file.span, problem.hint)
        return found

    def _node(self, name: str, folder: str, what: str) -> Node | None:
        path = self._path(name, folder)
        if path is None:
            names = sorted(found.stem for found in (self.folder / folder).glob(f"*{SUFFIX}"))
            self.findings.error("U102", f"er is geen {what} '{name}' in {folder}/", hint=suggest(name, names))
            return None
        node = load(path, self._shown(path), self.findings)
        if node is not None:
            check_glyphs(node, source_sans().face("regular").missing, self.findings)
        return node

    def _path(self, name: str, folder: str) -> Path | None:
        """A name is looked up; what looks like a path is taken as it is, and may turn out not to exist."""
        if name.endswith((SUFFIX, ".yml")) or "/" in name or "\\" in name:
            return Path(name)
        path = self.folder / folder / f"{name}{SUFFIX}"
        return path if path.is_file() else None

    def _shown(self, path: Path) -> str:
        """The path from the project folder or the current one, whichever it lies in."""
        for base in (Path.cwd(), self.folder.resolve()):
            if path.resolve().is_relative_to(base):
                return path.resolve().relative_to(base).as_posix()
        return path.as_posix()
