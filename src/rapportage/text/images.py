"""Pictures: the words that belong to them, and whether those say anything to those who do not see the picture."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from rapportage.document import Content, Image, ImageWidth, Text, as_words, source_word
from rapportage.document.drawing import Graphic
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.text.anchors import BlockNotes
from rapportage.text.language.text import TextResolver

LONGEST_ALTERNATIVE = 400
"""In characters. More is not listened to, and belongs in the text."""
_WHAT = "zeg wat erop te zien is, voor wie dat niet ziet; of schrijf 'decoratief: ja' als het niets zegt"


class ImageResolver(Struct, frozen=True):
    spec: ImageSpec
    id: str
    label: str
    text: TextResolver
    notes: BlockNotes
    pictures: Mapping[str, Graphic]
    """By path, those that could be read."""

    def image(self) -> Image | None:
        """The picture with its words, or None when something is wrong, which was then reported."""
        spec = self.spec
        told = self._told()
        caption = self.text.optional(spec.title)
        if spec.title is None and not spec.is_decorative:
            self.text.findings.error("S102", "de sleutel 'titel' ontbreekt", spec.node.span)
            caption = None
        source = self.text.optional(spec.source)
        picture = self.pictures.get(spec.file.text)  # one that could not be read was reported
        if told is None or caption is None or source is None or picture is None:
            return None
        width = ImageWidth(spec.width.value, spec.width.is_part, spec.width.span) if spec.width else None
        return Image(
            id=self.id,
            label=self.label,
            caption=caption,
            alternative=None if spec.is_decorative else as_words(told),
            file=spec.file.text,
            picture=picture,
            width=width,
            notes=tuple(self.notes.notes.values()),
            source=(Text(source_word(1)), *source) if spec.source else (),
            told=told,
            origin=spec.node.span,
        )

    def _told(self) -> Content | None:
        """What is said instead of showing it; nothing of a decoration, which has no words at all."""
        if not self.spec.is_decorative:
            return self._alternative()
        return () if self._is_wordless() else None

    def _is_wordless(self) -> bool:
        """Whether a decoration, that is not read aloud and not referred to, has no words; else that is reported."""
        spec = self.spec
        words = (("titel", spec.title), ("alternatief", spec.alternative), ("id", spec.id))
        written = [(name, scalar) for name, scalar in words if scalar is not None]
        for name, scalar in written:
            message = f"een afbeelding met 'decoratief: ja' heeft geen '{name}'"
            hint = f"laat '{name}' weg, of laat 'decoratief' weg als de afbeelding iets zegt"
            self.text.findings.error("T446", message, scalar.span, hint)
        return not written

    def _alternative(self) -> Content | None:
        written = self.spec.alternative
        if written is None:
            self.text.findings.error("T445", "de afbeelding heeft geen 'alternatief'", self.spec.node.span, _WHAT)
            return None
        told = self.text.told(written)
        if told is None:
            return None
        words = as_words(told)
        path = PurePosixPath(self.spec.file.text)
        if len(words) > LONGEST_ALTERNATIVE:
            message = f"een alternatief heeft hoogstens {LONGEST_ALTERNATIVE} tekens, en dit zijn er {len(words)}"
            self.text.findings.error("T446", message, written.span, "zeg het korter; zet de uitleg in de tekst")
        elif _bare(words) in {_bare(path.name), _bare(path.stem), _bare(self.spec.file.text)}:
            message = "het alternatief is alleen de naam van het bestand"
            self.text.findings.error("T446", message, written.span, _WHAT)
        else:
            return told
        return None


def _bare(text: str) -> str:
    """Letters and digits only: 'Kaart 2020' is the name of kaart_2020.png."""
    return re.sub(r"[\W_]+", "", text).casefold()
