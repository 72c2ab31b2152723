"""Files that a user's file names: only those within the project folder, and of bounded size."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from rapportage.diagnostics.suggestion import suggest
from rapportage.input.files import FileFault, Reason, as_on_disk, names_in, read_inside
from rapportage.input.images.faults import fault

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
SHOWN = 100
"""Of a longer path so many characters are shown."""


def read_picture(folder: Path, name: str) -> bytes:
    """The bytes of the file `name`, a path from `folder`.

    Raises:
        PictureFault: there is no such file, it is too large, or it is outside the folder; links count for where
            they lead.
    """
    inner = "zet het bestand in de map van het project, en schrijf het pad vanaf die map: afbeeldingen/kaart.png"
    windows, shown = PureWindowsPath(name), name[:SHOWN]
    if "://" in name or PurePosixPath(name).is_absolute() or windows.drive or windows.root:
        raise fault("T443", f"'{shown}' is geen pad binnen het project", inner)
    if "\\" in name:
        raise fault("T440", f"'{shown}' bestaat niet", "schrijf / tussen de namen van mappen")
    try:
        return read_inside(as_on_disk(folder, name), MOST_BYTES, folder)
    except FileFault as why:
        match why.reason:
            case Reason.OUTSIDE:
                raise fault("T443", f"'{shown}' ligt buiten het project", inner) from None
            case Reason.TOO_LARGE:
                hint = "verklein de afbeelding, of sla haar op als JPEG"
                raise fault("T442", f"'{shown}' is groter dan {MOST_BYTES // MEGABYTE} MB", hint) from None
            case Reason.MISSING | Reason.FOLDER:
                raise fault("T440", f"'{shown}' {why.reason.value}", _hint(folder / name, folder)) from None
            case _:
                raise fault("T440", f"'{shown}' {why.reason.value}{f': {why.detail}' if why.detail else ''}") from None


def _hint(path: Path, folder: Path) -> str:
    """The file that may be meant, among those beside the one that is not there."""
    names = [found.name for found in names_in(path.parent, "*", folder) if found.is_file()]
    return (
        suggest(path.name, names) if names else "schrijf het pad vanaf de map van het project: afbeeldingen/kaart.png"
    )
