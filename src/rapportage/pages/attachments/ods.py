"""The tables of data as one workbook (OpenDocument 1.3): the same bytes for the same document."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from rapportage import __version__
from rapportage.pages.attachments.attachment import Publication
from rapportage.pages.attachments.ods_content import content
from rapportage.pages.attachments.ods_styles import styles
from rapportage.pages.attachments.ods_xml import HEADER, NAMESPACES, element, markup

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_PARTS = ("content.xml", "styles.xml", "meta.xml")


def workbook(made: Publication) -> bytes:
    """The workbook: a sheet with contents and explanation, then a sheet for each table.

    The part `mimetype` comes first and is not compressed (OpenDocument 1.3 part 2, 3.3); every part has the date of
    the file.
    """
    parts = {
        "mimetype": MEDIA_TYPE,
        "content.xml": content(made),
        "styles.xml": styles(made.language),
        "meta.xml": _meta(made),
        "META-INF/manifest.xml": _manifest(),
    }
    day = date.fromisoformat(made.file_day)
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            info = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            info.create_system = 3  # whatever the machine: Unix
            info.external_attr = 0o644 << 16
            archive.writestr(info, text.encode(), compresslevel=9)
    return out.getvalue()


def _meta(made: Publication) -> str:
    moment = f"{made.file_day}T00:00:00"
    entries = (
        ("meta:generator", f"rapportage/{__version__}"),
        ("dc:title", made.title),
        ("dc:description", made.subject),
        ("meta:initial-creator", made.author),
        ("dc:creator", made.author),
        ("meta:creation-date", moment),
        ("dc:date", moment),
        ("dc:language", made.language),
    )
    inner = "".join(element(name, text) for name, text in entries if text)
    meta = markup("office:meta", inner)
    return f'{HEADER}<office:document-meta {NAMESPACES} office:version="1.3">{meta}</office:document-meta>'


def _manifest() -> str:
    entries = [
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MEDIA_TYPE}"/>'
    ]
    entries += [f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in _PARTS]
    namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    inner = "".join(entries)
    return f'{HEADER}<manifest:manifest xmlns:manifest="{namespace}" manifest:version="1.3">{inner}</manifest:manifest>'
