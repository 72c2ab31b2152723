"""Writing the result: whole or not at all, and only where the command line says."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from rapportage.diagnostics import Findings

DEFAULT_FOLDER = "build"
WORKBOOK, MANIFEST = ".ods", ".manifest.json"
"""How the names end of what comes beside a PDF."""
_ORDINARY = 0o666
_LONGEST = 40
"""Letters of a name in that of the file that takes its place."""
_CHECK = "kijk of er ruimte is, of de naam niet te lang is en of u er mag schrijven"


class Destination(Struct, frozen=True):
    """Where the result comes: `path`, and what goes with it beside that, with the suffixes `beside`."""

    path: Path
    own_folder: Path
    """That of the project, which is made when it is not there; any other that is missing may be a slip of the pen."""
    forms: tuple[str, ...]
    """How the name may end."""
    beside: tuple[str, ...] = ()

    def check(self, read: Iterable[Path], findings: Findings) -> None:
        """Whether all of it can be written, over none of the files that were `read` and over no manifest."""
        files = tuple(read)
        for path in (self.path, *(self.path.with_suffix(suffix) for suffix in self.beside)):
            try:
                _check_path(path, self, findings)
                _check_not_read(path, files, findings)
            except OSError:  # the name is too long, or what it names can't be looked at
                findings.error("P103", f"{_short(path)} kan niet worden geschreven", hint=_CHECK)
        if self.path.name.casefold().endswith(MANIFEST):
            findings.error("P105", f"{self.path} heeft de naam van een manifest", hint="kies een andere naam")


def deliver(
    made: Mapping[Path, bytes], where: Destination, read: Iterable[Path], findings: Findings, *, strict: bool
) -> Findings:
    """Writes all that was `made`, in that order, or nothing when there is any error; gives what was found.

    Where it goes is checked also when nothing could be made. With `strict` a warning counts as an error.
    """
    where.check(read, findings)
    findings = findings.strict() if strict else findings
    for path, data in made.items():
        if not findings.has_errors:
            write_whole(path, where.own_folder, data, findings)
    return findings


def warn_of_leftovers(path: Path, made: Mapping[Path, bytes], options: Mapping[str, str], findings: Findings) -> None:
    """Warns of what lies beside the PDF at `path` from an earlier build; a manifest may be of this very PDF.

    `options` are by suffix those that make it again.
    """
    for suffix, option in options.items():
        beside = path.with_suffix(suffix)
        try:
            is_left = beside not in made and beside.is_file()
            is_of_this = (
                is_left and suffix == MANIFEST and sha256(made[path]).hexdigest().encode() in beside.read_bytes()
            )
        except OSError:
            continue  # what is wrong with the place is told with the rest
        if is_left and not is_of_this:
            hint = f"verwijder het, of bouw met {option}"
            findings.warning("P107", f"{beside} is van een eerdere bouw en hoort niet bij deze pdf", hint=hint)


def several(forms: Iterable[str]) -> str:
    """'.svg, .png of .pdf'."""
    *others, last = forms
    return f"{', '.join(others)} of {last}" if others else last


def _check_path(path: Path, where: Destination, findings: Findings) -> None:
    own_folder = where.own_folder
    if not own_folder.exists() and path.parent.resolve() == own_folder.resolve():
        return
    if path.is_dir() or (path.exists() and not path.is_file()):
        own = tuple(each for each in where.beside if path.name.endswith(each))
        forms = own or where.forms
        findings.error("P102", f"{path} is geen gewoon bestand", hint=f"noem een bestand met {several(forms)}")
    elif not path.parent.is_dir():
        findings.error("P101", f"de map {path.parent} bestaat niet", hint="maak de map, of kies een andere")
    elif not os.access(path.parent, os.W_OK | os.X_OK):
        findings.error("P103", f"in de map {path.parent} kan niet worden geschreven", hint="kies een andere map")


def _check_not_read(path: Path, read: Iterable[Path], findings: Findings) -> None:
    """Whether `path` is none of the files that were `read`, under whatever name."""
    if path.exists() and any(each.exists() and each.samefile(path) for each in read):
        findings.error("P105", f"{path} is een bestand waarvan dit wordt gemaakt", hint="kies een andere naam")


def _short(path: Path) -> str:
    return str(path) if len(path.name) <= _LONGEST else f"{path.name[:_LONGEST]}…"


def write_whole(path: Path, own_folder: Path, data: bytes, findings: Findings) -> None:
    """Writes a file beside `path` and puts it in its place in one step: a reader never sees half a file."""
    try:
        if path.parent.resolve() == own_folder.resolve():
            own_folder.mkdir(exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:_LONGEST]}.", dir=path.parent)
    except OSError:
        findings.error("P103", f"{_short(path)} kan niet worden geschreven", hint=_CHECK)
        return
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(_ORDINARY & ~mask)
        Path(name).replace(path)
    except OSError:
        findings.error("P103", f"{_short(path)} kan niet worden geschreven", hint=_CHECK)
    finally:
        Path(name).unlink(missing_ok=True)
