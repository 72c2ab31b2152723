"""Pictures made of pixels in the file: each once, however often it is shown (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

from rapportage.document.drawing import Raster
from rapportage.pages.pdf.objects import PdfFile, ref

_SPACES = {"grey": "/DeviceGray", "rgb": "/DeviceRGB"}
"""Those of the output intent, sRGB (ISO 19005-2, 6.2.4.3)."""


class ImageUse:
    """Gives each picture its name in content streams."""

    def __init__(self) -> None:
        self._names: dict[Raster, str] = {}

    def name(self, raster: Raster) -> str:
        return self._names.setdefault(raster, f"I{len(self._names) + 1}")

    def write(self, file: PdfFile) -> dict[str, int]:
        """Adds the pictures to `file`; by name, their objects."""
        return {name: _written(file, raster) for raster, name in self._names.items()}


def _written(file: PdfFile, raster: Raster) -> int:
    entries = (
        f"/Type/XObject/Subtype/Image/Width {raster.columns}/Height {raster.rows}"
        f"/ColorSpace{_SPACES[raster.colours]}/BitsPerComponent 8"
    )
    if raster.opacity:
        mask = (
            f"/Type/XObject/Subtype/Image/Width {raster.columns}/Height {raster.rows}"
            "/ColorSpace/DeviceGray/BitsPerComponent 8"
        )
        entries += f"/SMask {ref(file.add_stream(mask, raster.opacity))}"
    if raster.is_jpeg:
        return file.add_stream(f"{entries}/Filter/DCTDecode", raster.data, plain=True)
    return file.add_stream(entries, raster.data)
