"""Delivered files of every kind, as sheets of cells."""

from rapportage.deliveries.reading.limits import MOST_BYTES
from rapportage.deliveries.reading.read import read_delivery

__all__ = ["MOST_BYTES", "read_delivery"]
