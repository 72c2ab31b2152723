"""Looking through a delivered file before anything is taken from it."""

from rapportage.deliveries.exploring.tables import SeenTable, seen_tables
from rapportage.deliveries.exploring.told import told

__all__ = ["SeenTable", "seen_tables", "told"]
