"""What is above the part of a table or figure that goes on on the next page: an artifact, since it is read once."""

from __future__ import annotations

from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.layout.boxes import Box, Glyphs
from rapportage.pages.layout.paragraphs.setting import Setting


def continued(label: str, setting: Setting) -> Box:
    """'Tabel 1 (vervolg)'."""
    style = setting.theme.caption
    text = f"{label} ({spoken_language().places.continued})"
    width = setting.family.face(style.role).width(text, style.size)
    glyphs = Glyphs(0, setting.baseline(style), text, style.role, style.size, style.colour, width, None)
    return Box(style.leading + style.after, (glyphs,))
