"""The period file that an import writes: as it is, or a new one."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.files import FileFault, exists, read
from rapportage.input.loading import MAX_BYTES, load_bytes
from rapportage.input.loading.nodes import Mapping as Keys
from rapportage.input.project import Project
from rapportage.input.specs.period import SeriesSpec
from rapportage.input.specs.read import read_period_file

_NEW = """\
# Cijfers over {name}.
periode: {code}
uitgave:
  status: concept
  datum:

bronnen:

cijfers:
"""


class Target(Struct, frozen=True):
    """A period file to be changed: `node` and `series` are what it says now, `data` are its bytes on the disk."""

    path: Path
    node: Keys
    series: Mapping[str, SeriesSpec]
    data: bytes
    origin: str | None = None
    """The period of whose file a new one was made."""
    is_new: bool = False

    def encoded(self, text: str) -> bytes:
        """The bytes of a new text: with a byte order mark, and line ends of Windows, where it had those."""
        data = (text.replace("\n", "\r\n") if b"\r\n" in self.data else text).encode()
        return BOM_UTF8 + data if self.data.startswith(BOM_UTF8) else data


def target_of(project: Project, period: TimePeriod) -> Target | None:
    """The file of the period; None where it holds faults, which are reported."""
    path = project.period_path(period)
    if exists(path, project.folder):
        return _there(project, path)
    origin, text = None, _NEW.format(name=period_name(period).replace(HARD_SPACE, " "), code=period.code)
    if project.has_earlier(period):
        made = project.next_period(period.code, None)
        if made is None:
            return None
        origin, text = made.origin, made.made.text
    node = load_bytes(text.encode(), project.shown(path), Findings())
    file = read_period_file(node, Findings(), draft=True) if node is not None else None
    if node is None:
        raise ValueError(f"no new period file can be read: {text}")
    return Target(path, node, file.series if file else {}, b"", origin, is_new=True)


def _there(project: Project, path: Path) -> Target | None:
    try:
        data = read(path, MAX_BYTES, project.folder)
    except FileFault:
        data = b""  # what is wrong is reported by who loads it
    aside = Project(project.folder, Findings(), draft=True)
    file, node = aside.period(path.stem, _any), aside.beside(path)
    for each in aside.findings:
        if each.is_error:
            project.findings.add(each)
    if node is None or file is None or not node.is_whole or not file.is_sound:
        return None
    return Target(path, node, file.series, data)


def _any(text: str) -> str:
    """No character is missing in the font: that is for who makes the report."""
    return ""
