"""The stage that fills in: a layout and the figures become a document in which every number is decided."""

from rapportage.resolve.alternative import without_table
from rapportage.resolve.composed import Composed as ComposedText
from rapportage.resolve.document import resolve
from rapportage.resolve.text import Ledger

__all__ = ["ComposedText", "Ledger", "resolve", "without_table"]
