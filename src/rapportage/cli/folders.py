"""Several files of ours into a folder: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from rapportage.cli.interrupts import end_if_interrupted
from rapportage.diagnostics import Findings
from rapportage.input.files import (
    Busy,
    FileFault,
    Reason,
    exists,
    locked,
    make_folder,
    names_in,
    real_path,
    undo_unfinished,
    write_together,
)
from rapportage.input.files.delivery import CHECK

HARMLESS = (
    ".git", ".gitignore", ".gitattributes", ".ds_store", "desktop.ini", "thumbs.db", ".rapportage*",
    "readme*", "leesmij*", "license*", "licentie*",
)  # fmt: skip
"""What may be in a folder that counts as empty, in small letters: a new repository often has it."""
_SHOWN = 3


def write_in(folder: Path, made: Mapping[str, bytes], findings: Findings, *, to_be_empty: bool = False) -> list[str]:
    """Writes files by name and gives the names; none when something is in the way, which is reported.

    The folder is made when it is not there, but none above it. One that is `to_be_empty` may hold only what is
    harmless, and of that nothing is replaced.
    """
    end_if_interrupted()
    try:
        real = real_path(folder, Path())
        if not _can_be(folder, real, findings):
            return []
        make_folder(real)
        with locked(real):
            if to_be_empty:
                undo_unfinished(real)
                if not _is_empty(folder, real, findings):
                    return []
                made = {name: data for name, data in made.items() if not exists(real / name, None)}
            write_together(made, real)
    except Busy:
        message = f"een andere opdracht schrijft nog in de map {folder}"
        findings.error("P108", message, hint="wacht tot die klaar is, en probeer het opnieuw")
        return []
    except (FileFault, OSError) as fault:
        if isinstance(fault, FileFault) and fault.reason is Reason.OUTSIDE:
            findings.error("P109", f"de map {folder} leidt met een link naar elders", hint="kies een gewone map")
        else:
            findings.error("P103", f"in {_told(folder)} kan niet worden geschreven", hint=CHECK)
        return []
    return list(made)


def _can_be(folder: Path, real: Path, findings: Findings) -> bool:
    """Whether the folder is there, or can be made in one that is."""
    if exists(real, None) and not real.is_dir():
        findings.error("P102", f"{folder} is geen map", hint="noem een andere map, of een die er nog niet is")
        return False
    if not real.parent.is_dir():
        findings.error("P101", f"de map {folder.parent} bestaat niet", hint="maak de map, of kies een andere")
        return False
    return True


def _is_empty(folder: Path, real: Path, findings: Findings) -> bool:
    """Whether nothing of the user is in the folder that could be in the way."""
    names = [path.name for path in names_in(real, "*", None)]
    found = [name for name in names if not any(fnmatchcase(name.casefold(), each) for each in HARMLESS)]
    if found:
        more = ", …" if len(found) > _SHOWN else ""
        message = f"{_told(folder)} is niet leeg: daar staat al {', '.join(found[:_SHOWN])}{more}"
        hint = "noem een map die er nog niet is: rapportage init mijn-rapport"
        findings.error("U108", message, hint=hint)
    return not found


def _told(folder: Path) -> str:
    return "deze map" if folder == Path() else f"de map {folder}"
