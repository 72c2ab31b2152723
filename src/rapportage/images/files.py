"""Files that a user's file names: only those within the project folder, and of bounded size."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from rapportage.diagnostics.suggestion import suggest
from rapportage.files import as_on_disk
from rapportage.images.faults import fault

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
SHOWN = 100
"""Of a longer path so many characters are shown."""


def read_inside(folder: Path, name: str) -> bytes:
    """The bytes of the file `name`, a path from `folder`.

    Raises:
        PictureFault: there is no such file, it is too large, or it lies outside the folder; links count for where
            they lead.
    """
    path = _inside(folder, name)
    try:
        if not path.is_file():
            what = "is een map" if path.is_dir() else "bestaat niet"
            raise fault("T440", f"'{name[:SHOWN]}' {what}", _hint(path))
        with path.open("rb") as file:
            data = file.read(min(path.stat().st_size, MOST_BYTES) + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "geen geldig pad"
        raise fault("T440", f"'{name[:SHOWN]}' is niet te lezen: {reason}") from None
    if len(data) > MOST_BYTES:
        message = f"'{name[:SHOWN]}' is groter dan {MOST_BYTES // MEGABYTE} MB"
        raise fault("T442", message, "verklein de afbeelding, of sla haar op als JPEG")
    return data


def _inside(folder: Path, name: str) -> Path:
    """Where `name` leads, links followed."""
    hint = "zet het bestand in de map van het project, en schrijf het pad vanaf die map: afbeeldingen/kaart.png"
    windows = PureWindowsPath(name)
    if "://" in name or PurePosixPath(name).is_absolute() or windows.drive or windows.root:
        raise fault("T443", f"'{name[:SHOWN]}' is geen pad binnen het project", hint)
    if "\\" in name:
        raise fault("T440", f"'{name[:SHOWN]}' bestaat niet", "schrijf / tussen de namen van mappen")
    try:
        root, path = folder.resolve(), as_on_disk(folder, name).resolve()
    except (OSError, RuntimeError, ValueError):
        raise fault("T440", f"'{name[:SHOWN]}' is geen pad dat ergens heen leidt") from None
    if not path.is_relative_to(root):
        raise fault("T443", f"'{name[:SHOWN]}' ligt buiten het project", hint)
    return path


def _hint(path: Path) -> str:
    """The file that may be meant, among those beside the one that is not there."""
    names = [found.name for found in path.parent.glob("*") if found.is_file()] if path.parent.is_dir() else []
    return (
        suggest(path.name, names) if names else "schrijf het pad vanaf de map van het project: afbeeldingen/kaart.png"
    )
