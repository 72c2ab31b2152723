"""The files that a report was made of, by their path from the project and their SHA-256."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.document.normal import is_path
from rapportage.input.files import FileFault, Reason, inside, read_inside

MOST_BYTES = 100_000_000
"""More than any file has of which a report is made."""
_HINT = "zet het bestand in de map van het project: wie het rapport namaakt, heeft alleen die map"


def digests(paths: Iterable[Path], project: Path, findings: Findings) -> dict[str, str]:
    """The SHA-256 of each file. One that is outside the project, or is gone, goes to `findings`."""
    root, found = project.resolve(), {}
    for path in paths:
        try:
            data = read_inside(path, MOST_BYTES, project)
            found[inside(path, project).relative_to(root).as_posix()] = digest(data)
        except FileFault as fault:
            if fault.reason is Reason.OUTSIDE:
                message = f"{path.name} ligt buiten het project, en kan dus niet in een manifest"
                findings.error("M101", message, hint=_HINT)
            else:
                findings.error("L103", f"{path.name} is niet meer te lezen")
    return found


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def located(name: str, project: Path) -> str:
    """How a manifest names a layout or period: a name as it is, a path from the project, whatever folder one is in."""
    if not is_path(name):
        return name
    path, root = Path(name).resolve(), project.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
