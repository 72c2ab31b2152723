"""Files in the file (ISO 32000-1, 7.11.4), associated with the document and its parts as ISO 19005-3, 6.8 asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import md5
from typing import TYPE_CHECKING

from rapportage.pages.pdf.objects import PdfFile, name_tree, ref, refs, text_string

if TYPE_CHECKING:
    from rapportage.pages.attachments import Attachment


class EmbeddedFiles:
    """The files, written as objects; `moment` is 'YYYY-MM-DDThh:mm:ss+00:00', the report's own and never the clock."""

    def __init__(self, file: PdfFile, attachments: Sequence[Attachment], moment: str) -> None:
        self._names = {each.name: self._write(file, each, pdf_date(moment)) for each in attachments}
        self._by_block: dict[str, list[int]] = {}
        for each in attachments:
            for block in each.about:
                self._by_block.setdefault(block, []).append(self._names[each.name])

    def __bool__(self) -> bool:
        return bool(self._names)

    @property
    def by_block(self) -> Mapping[str, Sequence[int]]:
        """By id of a block of the document, the specifications of the files that belong to it."""
        return self._by_block

    def catalog(self) -> str:
        """The entry of the catalog that makes them associated files."""
        return f"/AF[{refs(self._names.values())}]" if self._names else ""

    def names(self) -> str:
        """The files by name, for the names of the catalog."""
        return f"/EmbeddedFiles{name_tree(self._names)}" if self._names else ""

    @staticmethod
    def _write(file: PdfFile, attachment: Attachment, stamp: str) -> int:
        digest = md5(attachment.data, usedforsecurity=False).hexdigest()
        stream = file.add_stream(
            f"/Type/EmbeddedFile/Subtype/{_name(attachment.media_type)}/Params<</Size {len(attachment.data)}"
            f"/CheckSum<{digest}>/CreationDate {text_string(stamp)}/ModDate {text_string(stamp)}>>",
            attachment.data,
        )
        name = text_string(attachment.name)
        return file.add(
            f"<</Type/Filespec/F {name}/UF {name}/Desc {text_string(attachment.description)}"
            f"/AFRelationship/{attachment.relationship}/EF<</F {ref(stream)}/UF {ref(stream)}>>>>"
        )


def pdf_date(moment: str) -> str:
    """'D:20200624000000+00'00'' (ISO 32000-1, 7.9.4)."""
    return "D:" + "".join(char for char in moment[:19] if char.isdigit()) + "+00'00'"


def _name(text: str) -> str:
    """A name object without its slash: what is no regular character is written as its code (ISO 32000-1, 7.3.5)."""
    return "".join(char if char.isalnum() or char in "+-._" else f"#{ord(char):02X}" for char in text)
