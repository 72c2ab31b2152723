"""A picture of the user, by its path in the project."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePosixPath

from rapportage.document.drawing import Graphic
from rapportage.input.images.faults import fault
from rapportage.input.images.files import SHOWN, read_picture
from rapportage.input.images.pixels import read_pixels
from rapportage.input.images.svg import Letters
from rapportage.memory import NO_MEMORY, Memory, Same

PNG, JPEG, SVG = "PNG", "JPEG", "SVG"
_KINDS = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".svg": SVG}
_SUFFIXES = {PNG: ".png", JPEG: ".jpg", SVG: ".svg"}


def load_picture(folder: Path, name: str, letters: Letters, memory: Memory = NO_MEMORY) -> Graphic:
    """The picture at the path `name` in the project `folder`: pixels, or of an SVG a drawing.

    Its words are in `letters`.

    Raises:
        PictureFault: it can't be used; all that is wrong with it is reported.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in _KINDS and "\\" not in name:
        message = f"'{name[:SHOWN]}' is geen .png, .jpg of .svg"
        raise fault("T444", message, "sla de afbeelding op als PNG (tekening of schermbeeld), JPEG (foto) of SVG")
    data = read_picture(folder, name)
    kind = _kind(data)
    short = PurePosixPath(name).name[:SHOWN]
    if kind is None:
        raise fault("T441", f"'{short}' is geen afbeelding, wat de naam ook zegt", "maak het bestand opnieuw")
    if kind != _KINDS[suffix]:
        hint = f"geef het bestand een naam op {_SUFFIXES[kind]}, of sla het op als {_KINDS[suffix]}"
        raise fault("T444", f"'{short}' is een {kind}, geen {_KINDS[suffix]}", hint)
    if kind != SVG:
        return memory.made("pixels", (data, kind, short), partial(read_pixels, data, kind, short))
    from rapportage.input.images.svg.reader import read_svg  # only here: a report without starts sooner

    return memory.made("svg", (data, short, Same(letters)), partial(read_svg, data, short, letters))


def _kind(data: bytes) -> str | None:
    """What a file is by its first bytes."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return SVG if text.startswith((b"<?xml", b"<svg", b"<!DOCTYPE", b"<!--")) else None
