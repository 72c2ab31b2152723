"""The stage that fills in: a layout and the figures become a document in which every number is decided."""

from rapportage.text.charts.alternative import without_table
from rapportage.text.document import resolve
from rapportage.text.language.composed import Composed as ComposedText
from rapportage.text.language.text import Ledger
from rapportage.text.language_tag import language_tag

__all__ = ["ComposedText", "Ledger", "language_tag", "resolve", "without_table"]
