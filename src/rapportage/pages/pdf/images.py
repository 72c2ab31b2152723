"""Pictures made of pixels in the file: each once, however often it is shown (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

from collections.abc import Iterable

from rapportage.document.drawing import Raster
from rapportage.pages.pdf.objects import PdfFile, ref

_SPACES = {"grey": "/DeviceGray", "rgb": "/DeviceRGB"}
"""Those of the output intent, sRGB (ISO 19005-2, 6.2.4.3)."""


class ImageUse:
    """Gives each picture its name in content streams."""

    def __init__(self) -> None:
        self._names: dict[Raster, str] = {}
        self._objects: dict[str, int] = {}

    def name(self, raster: Raster) -> str:
        return self._names.setdefault(raster, f"I{len(self._names) + 1}")

    def write(self, file: PdfFile) -> None:
        """Adds the pictures to `file`."""
        for raster, name in self._names.items():
            entries = (
                f"/Type/XObject/Subtype/Image/Width {raster.columns}/Height {raster.rows}"
                f"/ColorSpace{_SPACES[raster.colours]}/BitsPerComponent 8"
            )
            if raster.is_jpeg:
                self._objects[name] = file.add_stream(f"{entries}/Filter/DCTDecode", raster.data, plain=True)
            else:
                self._objects[name] = file.add_stream(entries, raster.data)

    def resources(self, names: Iterable[str]) -> str:
        """The entry of a page's resources for the pictures that it shows."""
        entries = "".join(f"/{name} {ref(self._objects[name])}" for name in names)
        return f"/XObject<<{entries}>>" if entries else ""
