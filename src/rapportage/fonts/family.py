"""The faces of a document: one family in the roles that the house style uses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rapportage.fonts.face import Face

ROLES = ("regular", "semibold", "italic", "semibold-italic")


class Family:
    """Faces by role; a face is read from disk when it is first asked for."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        self._paths = dict(paths)
        self._faces: dict[str, Face] = {}

    def face(self, role: str) -> Face:
        face = self._faces.get(role)
        if face is None:
            face = self._faces[role] = Face(self._paths[role])
        return face


@cache
def source_sans() -> Family:
    """Source Sans Pro, as the package font-source-sans-pro ships it (SIL Open Font License)."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package font-source-sans-pro is not installed")
    folder = Path(spec.origin).parent / "files"
    files = {
        "regular": "Regular",
        "semibold": "Semibold",
        "italic": "It",
        "semibold-italic": "SemiboldIt",
    }
    return Family({role: folder / f"SourceSansPro-{name}.ttf" for role, name in files.items()})
