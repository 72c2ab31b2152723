"""Looking through a delivered file before anything is taken from it."""

from rapportage.deliveries.exploring.first import first_levering
from rapportage.deliveries.exploring.seen import SeenTable, seen_tables
from rapportage.deliveries.exploring.told import told

__all__ = ["SeenTable", "first_levering", "seen_tables", "told"]
