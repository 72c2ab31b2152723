"""Random documents with notes, lists and tables: what is written has a sound structure."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from rapportage.document import Document
from rapportage.fonts import source_sans
from rapportage.inspection import structural_faults
from rapportage.layout import lay_out
from rapportage.pdf import write
from rapportage.theme import default_theme
from tests.layout.documents import documents


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
