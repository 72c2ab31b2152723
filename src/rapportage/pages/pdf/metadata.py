"""What the file says of itself: document information, the same in XMP, and its claims (PDF/UA-1, PDF/A-2a or 3a)."""

from __future__ import annotations

from html import escape

from rapportage import __version__
from rapportage.document import Document
from rapportage.pages.pdf.attachments import pdf_date
from rapportage.pages.pdf.objects import PdfFile, text_string

CREATOR = f"rapportage {__version__}"


def write_info(file: PdfFile, document: Document, moment: str) -> int:
    """The document information dictionary. `moment` is 'YYYY-MM-DDThh:mm:ss+00:00'."""
    stamp = pdf_date(moment)
    entries = {
        "Title": document.marked_title,
        "Author": document.author,
        "Subject": document.subject,
        "Keywords": ", ".join(document.keywords),
        "Creator": CREATOR,
        "Producer": CREATOR,
        "CreationDate": stamp,
        "ModDate": stamp,
    }
    return file.add("<<" + "".join(f"/{key} {text_string(text)}" for key, text in entries.items() if text) + ">>")


def write_xmp(file: PdfFile, document: Document, moment: str, part: int) -> int:
    """The XMP metadata (ISO 19005-2, 6.6.2), equal to the document information; uncompressed.

    `part` is that of ISO 19005 to which the file conforms: only part 3 allows files of any kind in it.
    """
    optional = ""
    if document.subject:
        optional += f"<dc:description>{_default(document.subject)}</dc:description>\n"
    if document.author:
        optional += f"<dc:creator><rdf:Seq><rdf:li>{_escaped(document.author)}</rdf:li></rdf:Seq></dc:creator>\n"
    if document.keywords:
        optional += f"<pdf:Keywords>{_escaped(', '.join(document.keywords))}</pdf:Keywords>\n"
    xmp = _XMP.format(
        title=_default(document.marked_title),
        optional=optional,
        language=_escaped(document.language),
        creator=_escaped(CREATOR),
        moment=moment,
        part=part,
    )
    return file.add_stream("/Type/Metadata/Subtype/XML", xmp.encode("utf-8"), plain=True)


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _default(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt>'


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title>{title}</dc:title>
{optional}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{creator}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
