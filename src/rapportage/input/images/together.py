"""The pictures of one report together: each is bounded, and so is their sum."""

from __future__ import annotations

from pathlib import Path

from rapportage.document.drawing import Graphic, Raster
from rapportage.document.drawing import Path as Shape
from rapportage.input.images.faults import fault
from rapportage.input.images.load import load_picture

MOST_BYTES = 200_000_000
"""In memory."""
_COMMAND = 250
"""What one step of a path takes."""


class Pictures:
    """Loads pictures from a project folder, each once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bytes = 0
        self.loaded: dict[str, Graphic] = {}

    def load(self, name: str) -> None:
        """Adds the picture at the path `name`.

        Raises:
            PictureFault: it can't be used, or there is no room for it beside the others.
        """
        if name in self.loaded:
            return
        picture = load_picture(self._folder, name)
        self._bytes += _weight(picture)
        if self._bytes > MOST_BYTES:
            message = f"met '{name[:100]}' erbij zijn de afbeeldingen van het rapport samen te groot"
            raise fault("T442", message, "verklein ze: voor een hele pagina breed is 2000 beeldpunten genoeg")
        self.loaded[name] = picture


def _weight(picture: Graphic) -> int:
    if isinstance(picture, Raster):
        return len(picture.data)
    steps = 0
    for item in picture.items:
        steps += len(item.commands) if isinstance(item, Shape) else 1
    return steps * _COMMAND
