"""The stage that fills in: a layout and the figures become a document in which every number is decided."""

from rapportage.resolve.document import resolve

__all__ = ["resolve"]
