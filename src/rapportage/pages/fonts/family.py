"""The faces of a document: one family in the roles that the house style uses."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rapportage.document.characters import seen
from rapportage.pages.fonts.face import Face

COMMON = "".join(map(chr, range(32, 127))) + "éëïöüáèêç–—‘’“”•…−×€\u00a0\u00ad\u2011\u202f"
"""What any report in Dutch may hold: every face of a family has it."""
_COMMON = frozenset(COMMON)
_UPRIGHT = {"italic": "regular", "semibold-italic": "semibold"}


class Family:
    """Faces by role; a face is read when it is first asked for."""

    def __init__(self, read: Callable[[str], Face]) -> None:
        self._read = read
        self._faces: dict[str, Face] = {}

    def face(self, role: str) -> Face:
        face = self._faces.get(role)
        if face is None:
            face = self._faces[role] = self._read(role)
        return face

    def width(self, role: str, text: str, size: float) -> float:
        """The width of `text` in points when set in `size` points."""
        return self.face(role).width(text, size)

    def missing(self, text: str) -> str:
        """The characters of `text` that the upright faces have no glyph for, each once.

        Any text may end up in either. Faces are read for this only for a character that is not common.
        """
        rare = "".join(char for char in dict.fromkeys(seen(text)) if char not in _COMMON)
        roles = dict.fromkeys(_UPRIGHT.values()) if rare else ()
        return "".join(dict.fromkeys(char for role in roles for char in self.face(role).missing(rare)))

    def able(self, role: str, text: str) -> str:
        """`role`, or its upright role where the italic lacks a character of `text`: Source Sans has no italic Greek."""
        upright = _UPRIGHT.get(role)
        return upright if upright and self.face(role).missing(seen(text)) else role


FILES = {"regular": "Regular", "semibold": "Semibold", "italic": "It", "semibold-italic": "SemiboldIt"}


@cache
def source_sans() -> Family:
    """Source Sans Pro, as the package font-source-sans-pro ships it (SIL Open Font License)."""
    files = dict(zip(FILES, font_files(), strict=True))
    return Family(lambda role: Face(files[role].read_bytes()))


def font_files() -> list[Path]:
    """The files of Source Sans Pro, in the order of the roles."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package font-source-sans-pro is not installed")
    folder = Path(spec.origin).parent / "files"
    return [folder / f"SourceSansPro-{name}.ttf" for name in FILES.values()]
