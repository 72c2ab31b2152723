"""Random documents with notes, lists and tables: what is written has a sound structure."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from rapportage.document import Document
from rapportage.pages.fonts import source_sans
from rapportage.pages.layout import lay_out
from rapportage.pages.pdf import write
from rapportage.pages.theme import default_theme
from rapportage.proof.inspection import structural_faults
from tests.pages.layout.documents import documents


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a whole document takes minutes
)
@given(documents())
def test_random_documents_are_sound(document: Document) -> None:
    pages = lay_out(document, default_theme(), source_sans(), {})
    assert structural_faults(write(pages, document, source_sans())) == []
