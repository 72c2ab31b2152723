"""Writing the result: whole or not at all, and only where the user says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.input.files.faults import FileFault, Reason
from rapportage.input.files.fence import real_path
from rapportage.input.files.lock import Busy, locked
from rapportage.input.files.reading import exists, names_in, read
from rapportage.input.files.together import write_together
from rapportage.input.files.writing import make_folder

DEFAULT_FOLDER = "build"
PDF, HTML = ".pdf", ".html"
"""How the name of a report ends, by its form."""
DRAFT = "concept"
"""The word in the name of a draft."""
WORKBOOK, MANIFEST = ".ods", ".manifest.json"
"""How the names end of what comes beside a PDF."""
SHEET, OF_PAGES = "stijl.css", (".html", ".csv", ".xml")
"""What a folder with pages has, and how the names of those end and of what goes with them."""
SHEET_MARK = b"/* rapportage */"
"""How that style sheet begins (`html.site`)."""
LEVERINGEN = "leveringen"
"""Where a project has what says how delivered files are read, and perhaps those files."""
PROVENANCE = ".herkomst.yaml"
"""How the name ends of what is beside a period file with imported figures."""
MOST_OF_MANIFEST = 1_000_000
_LONGEST = 40
"""Letters of a name that are shown where it may be too long."""
CHECK = "kijk of er ruimte is, of de naam niet te lang is en of u er mag schrijven"


class Destination(Struct, frozen=True):
    """Where the result comes: `path`, and what goes with it beside that, with the suffixes `beside`."""

    path: Path
    own_folder: Path
    """That of the project, which is made when it is not there; any other that is missing may be a slip of the pen."""
    forms: tuple[str, ...]
    """How the name may end."""
    beside: tuple[str, ...] = ()
    leftovers: Mapping[str, str] = {}
    """What an earlier build may have left beside it, by suffix, with the option that makes it again."""
    is_new: bool = False
    """Whether nothing may be there yet."""
    pages: Path | None = None
    """A folder with files that comes beside it, or that it is."""

    @property
    def folder(self) -> Path:
        """Where all of it comes, links followed.

        Raises:
            FileFault: a link in the project leads out of it.
        """
        return real_path(self.path.parent, self.own_folder.parent)

    def check(self, read: Iterable[Path], findings: Findings) -> None:
        """Whether all of it can be written, over none of the files that were `read` and over no manifest."""
        files = tuple(read)
        if not self.path.name:  # '.' or '/'
            _no_file(self.path, self.forms, findings)
            return
        try:
            _ = self.folder, self.pages and real_path(self.pages, self.own_folder.parent)
        except FileFault as fault:
            if fault.reason is Reason.OUTSIDE:
                message = f"de map {self.path.parent} leidt met een link naar buiten het project"
                findings.error("P109", message, hint="maak er een gewone map van, of kies met --output een andere")
            else:
                findings.error("P103", f"{_short(self.path)} kan niet worden geschreven", hint=CHECK)
            return
        for path in (self.path, *(self.sibling(suffix) for suffix in self.beside)):
            try:
                _check_path(path, self, findings)
                _check_not_read(path, files, findings)
            except OSError:  # the name is too long, or what it names can't be looked at
                findings.error("P103", f"{_short(path)} kan niet worden geschreven", hint=CHECK)
        if self.path.name.casefold().endswith(MANIFEST):
            findings.error("P105", f"{self.path} heeft de naam van een manifest", hint="kies een andere naam")
        if self.pages is not None:
            _check_pages(self.pages, findings)

    @property
    def is_folder(self) -> bool:
        return self.pages == self.path

    def sibling(self, suffix: str) -> Path:
        """What comes beside it; the name of a folder is all name."""
        return self.path.parent / f"{self.path.name}{suffix}" if self.is_folder else sibling(self.path, suffix)


def deliver(
    made: Mapping[Path, bytes], where: Destination, read: Iterable[Path], findings: Findings, *, strict: bool
) -> Findings:
    """Writes all that was `made`, or nothing when there is any error or not all can be written; gives what was found.

    Where it goes is checked also when nothing could be made. With `strict` a warning counts as an error.
    """
    files = tuple(read)
    where.check(files, findings)
    for path in made:
        if path.parent == where.pages:
            _check_not_read(path, files, findings)
    if not made or (findings.strict() if strict else findings).has_errors:
        _warn_of_leftovers(made, where, findings)
        return findings.strict() if strict else findings
    try:
        folder = where.folder
        if where.path.parent.resolve() == where.own_folder.resolve():
            make_folder(folder)
        with locked(folder):
            _warn_of_leftovers(made, where, findings)
            findings = findings.strict() if strict else findings
            if where.is_new and os.path.lexists(where.path):
                findings.error("U106", f"{where.path} is er al", hint="vul dat bestand aan, of verwijder het")
            if not findings.has_errors:
                names = {path.relative_to(where.path.parent).as_posix(): data for path, data in made.items()}
                write_together(names, folder)
    except Busy:
        message = f"een andere opdracht schrijft nog in de map {where.path.parent}"
        findings.error("P108", message, hint="wacht tot die klaar is, en probeer het opnieuw")
    except (FileFault, OSError):
        findings.error("P103", f"{_short(where.path)} kan niet worden geschreven", hint=CHECK)
    return findings


def sibling(path: Path, suffix: str) -> Path:
    """What comes beside a file, with its name; also for a path without one ('.'), which is refused later."""
    return path.parent / f"{path.stem}{suffix}"


def check_name(path: Path, word: str, code: str, findings: Findings) -> None:
    """Whether the name says that the file is a `word`: nobody may take it for the report itself."""
    if path.name and word not in path.name.casefold():
        hint = f"bijvoorbeeld {path.with_name(f'{path.stem}-{word}{path.suffix}')}"
        findings.error(code, f"de naam van een {word} heeft het woord '{word}' in zich", hint=hint)


def _warn_of_leftovers(made: Mapping[Path, bytes], where: Destination, findings: Findings) -> None:
    """Warns of what is beside the new report from an earlier build; a manifest may be of this very report."""
    if where.pages is not None and any(path.parent == where.pages for path in made):
        _warn_of_pages(made, where.pages, findings)
    for suffix, option in where.leftovers.items() if where.path in made else ():
        beside = sibling(where.path, suffix)
        try:
            is_left = beside not in made and beside.is_file()
            known = read(beside, MOST_OF_MANIFEST, where.own_folder.parent) if is_left and suffix == MANIFEST else b""
        except OSError:
            continue  # what is wrong with the place is reported with the rest
        except FileFault:
            known = b""
        if is_left and sha256(made[where.path]).hexdigest().encode() not in known:
            hint = f"verwijder het, of bouw met {option}"
            findings.warning("P107", f"{beside} is van een eerdere bouw en hoort niet bij dit rapport", hint=hint)


def _warn_of_pages(made: Mapping[Path, bytes], folder: Path, findings: Findings) -> None:
    """Warns of pages of chapters that there are no more: who finds one would take it for a part of the report."""
    is_ours = _has_our_pages(folder)
    found = [path for form in OF_PAGES for path in names_in(folder, f"*{form}", None)] if is_ours else []
    for path in sorted(found):
        if folder / path.name not in made:
            message = f"{folder / path.name} is van een eerdere bouw en hoort niet bij dit rapport"
            findings.warning("P107", message, hint="verwijder het")


def several(forms: Iterable[str]) -> str:
    """'.svg, .png of .pdf'."""
    *others, last = forms
    return f"{', '.join(others)} of {last}" if others else last


def _check_path(path: Path, where: Destination, findings: Findings) -> None:
    own_folder = where.own_folder
    if not own_folder.exists() and path.parent.resolve() == own_folder.resolve():
        return
    if where.is_folder and path == where.path and (path.is_dir() or not path.exists()):
        _check_place(path, findings)
    elif path.is_dir() or (path.exists() and not path.is_file()):
        own = tuple(each for each in where.beside if path.name.endswith(each))
        _no_file(path, own or where.forms, findings)
    else:
        _check_place(path, findings)


def _check_pages(folder: Path, findings: Findings) -> None:
    """Whether a folder for pages has none of someone else: what is there is not to be replaced by ours."""
    if exists(folder, None) and not folder.is_dir():
        _no_file(folder, (), findings)
    elif exists(folder, None) and names_in(folder, "*", None) and not _has_our_pages(folder):
        hint = "noem een map die er nog niet is, of die van een eerdere bouw"
        findings.error("U108", f"de map {folder} is niet leeg, en heeft geen pagina's van rapportage", hint=hint)


def _has_our_pages(folder: Path) -> bool:
    """Whether the style sheet in it is ours: many a site has one of that name."""
    try:
        return (folder / SHEET).read_bytes().startswith(SHEET_MARK)
    except OSError:
        return False


def _check_place(path: Path, findings: Findings) -> None:
    if not path.parent.is_dir():
        findings.error("P101", f"de map {path.parent} bestaat niet", hint="maak de map, of kies een andere")
    elif not os.access(path.parent, os.W_OK | os.X_OK):
        findings.error("P103", f"in de map {path.parent} kan niet worden geschreven", hint="kies een andere map")


def _no_file(path: Path, forms: Iterable[str], findings: Findings) -> None:
    named = [form for form in forms if form]
    if not named:
        findings.error("P102", f"{path} is geen map", hint="noem een andere map, of een die er nog niet is")
        return
    findings.error("P102", f"{path} is geen gewoon bestand", hint=f"noem een bestand met {several(named)}")


def _check_not_read(path: Path, read: Iterable[Path], findings: Findings) -> None:
    """Whether `path` is none of the files that were `read`, under whatever name."""
    if path.exists() and any(each.exists() and each.samefile(path) for each in read):
        findings.error("P105", f"{path} is een bestand waarvan dit wordt gemaakt", hint="kies een andere naam")


def _short(path: Path) -> str:
    return str(path) if len(path.name) <= _LONGEST else f"{path.name[:_LONGEST]}…"
