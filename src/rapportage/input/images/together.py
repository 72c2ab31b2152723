"""The pictures of one report together: each is bounded, and so is their sum."""

from __future__ import annotations

from pathlib import Path

from rapportage.document.drawing import Clipped, Graphic, Item, Layer, Pixels, Raster
from rapportage.document.drawing import Path as Shape
from rapportage.input.images.faults import fault
from rapportage.input.images.load import load_picture
from rapportage.input.images.svg import Letters
from rapportage.memory import NO_MEMORY, Memory

MOST_BYTES = 200_000_000
"""In memory."""
_COMMAND = 250
"""What one step of a path takes."""


class Pictures:
    """Loads pictures from a project folder, each once."""

    def __init__(self, folder: Path, letters: Letters, memory: Memory = NO_MEMORY) -> None:
        self._folder, self._letters, self._memory = folder, letters, memory
        self._bytes = 0
        self.loaded: dict[str, Graphic] = {}

    def load(self, name: str) -> None:
        """Adds the picture at the path `name`.

        Raises:
            PictureFault: it can't be used, or there is no room for it beside the others.
        """
        if name in self.loaded:
            return
        picture = load_picture(self._folder, name, self._letters, self._memory)
        self._bytes += _weight(picture)
        if self._bytes > MOST_BYTES:
            message = f"met '{name[:100]}' erbij zijn de afbeeldingen van het rapport samen te groot"
            raise fault("T442", message, "verklein ze: voor een hele pagina breed is 2000 beeldpunten genoeg")
        self.loaded[name] = picture


def _weight(picture: Graphic) -> int:
    if isinstance(picture, Raster):
        return len(picture.data)
    return _steps(picture.items) * _COMMAND


def _steps(items: tuple[Item, ...]) -> int:
    """Of all that is painted; a picture in the picture counts for its pixels."""
    steps = 0
    for item in items:
        match item:
            case Shape():
                steps += len(item.commands)
            case Clipped():
                steps += len(item.outline) + _steps(item.items)
            case Layer():
                steps += _steps(item.items) + _steps(item.mask or ())
            case Pixels():
                steps += len(item.raster.data) // _COMMAND + 1
            case _:
                steps += 1
    return steps
