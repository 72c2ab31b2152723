"""Where two PDF files begin to differ, for those who have to find out why."""

from __future__ import annotations

from itertools import zip_longest

import pikepdf

from rapportage.proof.inspection.attachments import attached
from rapportage.proof.inspection.opening import InspectionError, reading


def first_difference(before: bytes, now: bytes) -> str:
    """In Dutch: the first page that differs, or else what does; empty for the same bytes."""
    if before == now:
        return ""
    try:
        with reading(before) as old, reading(now) as new:
            found = _page(old, new) or _attachment(old, new) or _metadata(old, new)
    except InspectionError:
        found = ""
    pairs = enumerate(zip(before, now, strict=False))
    byte = next((place for place, (then, here) in pairs if then != here), min(len(before), len(now)))
    return found or f"de pagina's zijn gelijk; het verschil begint bij byte {byte}"


def _page(old: pikepdf.Pdf, new: pikepdf.Pdf) -> str:
    for number, (then, here) in enumerate(zip_longest(old.pages, new.pages), 1):
        if then is None or here is None:
            return f"het manifest hoort bij {len(old.pages)} pagina's, en dit zijn er {len(new.pages)}"
        if _shown(then) != _shown(here):
            return f"het eerste verschil staat op pagina {number}"
    return ""


def _shown(page: pikepdf.Page) -> tuple[list[float], bytes]:
    """The size of a page and all that is painted on it."""
    return [float(edge) for edge in page.mediabox], page.Contents.read_bytes()


def _attachment(old: pikepdf.Pdf, new: pikepdf.Pdf) -> str:
    then, here = ({name: each.EF.F.read_bytes() for name, each in attached(pdf)} for pdf in (old, new))
    different = sorted(name for name in then.keys() | here.keys() if then.get(name) != here.get(name))
    return f"de pagina's zijn gelijk; bijlage {different[0]} is anders" if different else ""


def _metadata(old: pikepdf.Pdf, new: pikepdf.Pdf) -> str:
    same = old.Root.Metadata.read_bytes() == new.Root.Metadata.read_bytes()
    return "" if same else "de pagina's zijn gelijk; de gegevens over het bestand (titel, versie, datum) zijn anders"
