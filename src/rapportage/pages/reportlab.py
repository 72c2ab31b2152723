"""What we use of ReportLab, without what a user's machine may add to it: its reader of fonts, its maker of QR codes."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def truetype() -> tuple[type[Any], type[Exception]]:
    """The reader of a font file, and the exception that it raises; imported when first asked."""
    _only_ours()
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    return TTFontFile, TTFError


def qr_modules(text: str) -> list[list[bool]]:
    """The modules of a QR code that says `text`, row by row from above, dark ones True; without the quiet zone.

    It is as small as `text` allows, and still read when 15% is lost (level M of ISO/IEC 18004). Imported when first
    asked: ReportLab brings all its bar codes along.
    """
    _only_ours()
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]


def _only_ours() -> None:
    """ReportLab runs `~/.reportlab_mods` and `~/.reportlab_settings`, and modules of these names, when it is imported.

    What is made must be the same on every machine, so it finds both here, empty.
    """
    for name in ("reportlab_mods", "reportlab_settings"):
        sys.modules.setdefault(name, ModuleType(name))
