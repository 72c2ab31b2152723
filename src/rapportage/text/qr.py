"""QR codes: where they lead, and what is written below them."""

from __future__ import annotations

from rapportage.diagnostics import Findings, Span
from rapportage.document import Link, QrCode, Text
from rapportage.figures.languages.spoken import spoken_language
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.qr import EDITION, QrSpec
from rapportage.input.specs.period import PeriodFile
from rapportage.text.language.addresses import check_address
from rapportage.text.language.allowed import WORDS
from rapportage.text.language.outcome import WAITING, Waiting
from rapportage.text.language.text import TextResolver

LONGEST_ADDRESS = 213
"""In bytes: what fits in a code of 57 modules at level M (version 10 of ISO/IEC 18004), 32 mm wide with its white."""


def qr_code(spec: QrSpec, id: str, text: TextResolver, edition: PeriodFile) -> QrCode | Waiting | None:
    """The code, or None when its address or words are faulty, which was then reported.

    A draft waits for the address of its edition: that it is still empty is told where it has to be filled in.
    """
    words = text.words(spec.words, WORDS) if spec.words else ""
    written = edition.edition.url if spec.address.text == EDITION else spec.address
    if written is None and text.how.draft:
        return WAITING
    address = _address(written, spec.address.span, text.findings)
    if written is None or address is None or words is None:
        return None
    before = (Text(f"{words} "),) if words else ()
    content = (*before, Link((Text(written.text),), address))
    return QrCode(id, address, spoken_language().places.qr_code(written.text), content, spec.node.span)


def _address(written: Scalar | None, span: Span, findings: Findings) -> str | None:
    """The address in ASCII, or None when there is none that can be in a code, which was then reported."""
    if written is None:
        hint = "zet in het periodebestand bij 'uitgave' een url, of schrijf hier het adres zelf"
        findings.error("T449", "deze uitgave heeft geen webadres", span, hint)
        return None
    address = check_address(written.text, written.span, findings)
    if address is not None and len(address) > LONGEST_ADDRESS:
        message = f"dit adres heeft {len(address)} tekens, en in een QR-code passen er {LONGEST_ADDRESS}"
        hint = "laat weg wat achter het vraagteken staat, of verwijs naar een pagina met een korter adres"
        findings.error("T449", message, written.span, hint)
        return None
    return address
