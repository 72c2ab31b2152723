"""Writing the result: whole or not at all, and only where the command line says."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rapportage.diagnostics import Findings

DEFAULT_FOLDER = "build"
_ORDINARY = 0o666
_CHECK = "kijk of er ruimte is en of u er mag schrijven"


def check_output(path: Path, own_folder: Path, findings: Findings) -> None:
    """Whether `path` can be written; found out also when there are other faults.

    Only the project's `own_folder` is made when it is not there: any other that is missing may be a slip of the pen.
    """
    if not own_folder.exists() and path.parent.resolve() == own_folder.resolve():
        return
    if path.is_dir() or (path.exists() and not path.is_file()):
        findings.error("P102", f"{path} is geen gewoon bestand", hint="noem een bestand met .pdf")
    elif not path.parent.is_dir():
        findings.error("P101", f"de map {path.parent} bestaat niet", hint="maak de map, of kies een andere")
    elif not os.access(path.parent, os.W_OK | os.X_OK):
        findings.error("P103", f"in de map {path.parent} kan niet worden geschreven", hint="kies een andere map")


def check_beside(path: Path, own_folder: Path, suffix: str, findings: Findings) -> None:
    """Whether what comes beside the PDF at `path`, with that suffix in place of its own, can be written as well."""
    check_output(path.with_suffix(suffix), own_folder, findings)


def check_not_read(path: Path, read: Iterable[Path], findings: Findings) -> None:
    """Whether `path` is none of the files that were `read`, under whatever name."""
    if path.exists() and any(each.exists() and each.samefile(path) for each in read):
        findings.error("P105", f"{path} is een bestand waarvan dit wordt gemaakt", hint="kies een andere naam")


def write_whole(path: Path, own_folder: Path, data: bytes, findings: Findings) -> None:
    """Writes a file beside `path` and puts it in its place in one step: a reader never sees half a file."""
    try:
        if path.parent.resolve() == own_folder.resolve():
            own_folder.mkdir(exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError:
        findings.error("P103", f"{path} kan niet worden geschreven", hint=_CHECK)
        return
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(_ORDINARY & ~mask)
        Path(name).replace(path)
    except OSError:
        findings.error("P103", f"{path} kan niet worden geschreven", hint=_CHECK)
    finally:
        Path(name).unlink(missing_ok=True)
