"""The boundaries that a layout names: by a word those of the package, else a file in the project."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from msgspec.structs import replace

from rapportage.diagnostics.suggestion import suggest
from rapportage.document.boundaries import Boundaries
from rapportage.input.boundaries.faults import SHOWN, BoundaryFault
from rapportage.input.boundaries.labels import Asked
from rapportage.input.boundaries.outlines import OUTLINES, outline
from rapportage.input.boundaries.read import read_boundaries
from rapportage.input.files import FileFault, Reason, as_on_disk, names_in, read_inside
from rapportage.memory import NO_MEMORY, Memory

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
FOLDER = "grenzen"
"""Where a hint has such files; a project may have them anywhere."""
_INNER = f"zet het bestand in de map van het project, en schrijf het pad vanaf die map: {FOLDER}/gemeenten.geojson"


def load_boundaries(folder: Path, asked: Asked, memory: Memory = NO_MEMORY) -> Boundaries:
    """The boundaries that are asked, where `folder` is that of the project.

    Raises:
        BoundaryFault: there are none, or they can't be used.
    """
    if asked.name in OUTLINES:
        data, asked = outline(asked.name), replace(asked, source=OUTLINES[asked.name])
    else:
        data = _read(folder, asked.name)
    return memory.made("boundaries", (data, asked), lambda: read_boundaries(data, asked))


def _read(folder: Path, name: str) -> bytes:
    windows, shown = PureWindowsPath(name), name[:SHOWN]
    if "://" in name or PurePosixPath(name).is_absolute() or windows.drive or windows.root:
        raise BoundaryFault(f"'{shown}' is geen pad binnen het project", _INNER, "T480")
    try:
        return read_inside(as_on_disk(folder, name), MOST_BYTES, folder)
    except FileFault as why:
        match why.reason:
            case Reason.OUTSIDE:
                raise BoundaryFault(f"'{shown}' ligt buiten het project", _INNER, "T480") from None
            case Reason.TOO_LARGE:
                hint = "neem gegeneraliseerde grenzen, of vereenvoudig ze in een kaartprogramma"
                raise BoundaryFault(f"'{shown}' is groter dan {MOST_BYTES // MEGABYTE} MB", hint, "T480") from None
            case Reason.MISSING | Reason.FOLDER:
                raise BoundaryFault(
                    f"'{shown}' {why.reason.value}", _hint(folder / name, name, folder), "T480"
                ) from None
            case _:
                detail = f": {why.detail}" if why.detail else ""
                raise BoundaryFault(f"'{shown}' {why.reason.value}{detail}", None, "T480") from None


def _hint(path: Path, name: str, folder: Path) -> str:
    """The file or outlines that may be meant."""
    if "/" not in name and "." not in name:
        return f"{suggest(name, OUTLINES)}; een eigen bestand schrijft u als pad: {FOLDER}/gemeenten.geojson"
    names = [found.name for found in names_in(path.parent, "*", folder) if found.is_file()]
    return suggest(path.name, names) if names else _INNER
