"""Pictures: the words that belong to them, and whether those say anything to who does not see the picture."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from rapportage.document import Content, Image, ImageWidth, Text, as_words
from rapportage.drawing import Graphic
from rapportage.resolve.anchors import BlockNotes
from rapportage.resolve.text import TextResolver
from rapportage.specs.image import ImageSpec

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
        before = len(self.text.findings)
        if spec.is_decorative:
            self._refuse_words()
            told: Content | None = None
        else:
            told = self._alternative()
        caption: Content = ()
        if spec.title is not None:
            caption = self.text.required(spec.title)
        elif not spec.is_decorative:
            self.text.findings.error("S102", "de sleutel 'titel' ontbreekt", spec.node.span)
        source: Content = ()
        if spec.source is not None:
            source = (Text("Bron: "), *self.text.required(spec.source))
        picture = self.pictures.get(spec.file.text)
        if picture is None or len(self.text.findings) > before:
            return None
        width = ImageWidth(spec.width.value, spec.width.is_part, spec.width.span) if spec.width else None
        return Image(
            id=self.id,
            label=self.label,
            caption=caption,
            alternative=None if told is None else as_words(told),
            file=spec.file.text,
            picture=picture,
            width=width,
            notes=tuple(self.notes.notes.values()),
            source=source,
            told=told or (),
            origin=spec.node.span,
        )

    def _refuse_words(self) -> None:
        """A decoration is not read aloud and not referred to."""
        spec = self.spec
        for name, scalar in (("titel", spec.title), ("alternatief", spec.alternative), ("id", spec.id)):
            if scalar is not None:
                message = f"een afbeelding met 'decoratief: ja' heeft geen '{name}'"
                hint = f"laat '{name}' weg, of laat 'decoratief' weg als de afbeelding iets zegt"
                self.text.findings.error("T446", message, scalar.span, hint)

    def _alternative(self) -> Content:
        written = self.spec.alternative
        if written is None:
            self.text.findings.error("T445", "de afbeelding heeft geen 'alternatief'", self.spec.node.span, _WHAT)
            return ()
        told = self.text.required(written)
        words = as_words(told)
        if len(words) > LONGEST_ALTERNATIVE:
            message = f"een alternatief heeft hoogstens {LONGEST_ALTERNATIVE} tekens, en dit zijn er {len(words)}"
            self.text.findings.error("T446", message, written.span, "zeg het korter; zet de uitleg in de tekst")
        path = PurePosixPath(self.spec.file.text)
        if _bare(words) in {_bare(path.name), _bare(path.stem), _bare(self.spec.file.text)}:
            message = "het alternatief is alleen de naam van het bestand"
            self.text.findings.error("T446", message, written.span, _WHAT)
        return told


def _bare(text: str) -> str:
    """Letters and digits only: 'Kaart 2020' is the name of kaart_2020.png."""
    return re.sub(r"[\W_]+", "", text).casefold()
