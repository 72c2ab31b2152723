"""ReportLab's TrueType reader, without what a user's machine may add to ReportLab."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def truetype() -> tuple[type[Any], type[Exception]]:
    """The reader of a font file, and the exception that it raises; imported when first asked.

    ReportLab runs `~/.reportlab_mods` and `~/.reportlab_settings`, and modules of these names, when it is imported.
    What is made must be the same on every machine, so it finds both here, empty.
    """
    for name in ("reportlab_mods", "reportlab_settings"):
        sys.modules.setdefault(name, ModuleType(name))
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    return TTFontFile, TTFError
