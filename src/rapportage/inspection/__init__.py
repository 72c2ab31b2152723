"""Looking inside a PDF: how it reads aloud, and the faults of structure that validators miss."""

from rapportage.inspection.opening import InspectionError
from rapportage.inspection.report import inspect

__all__ = ["InspectionError", "inspect"]
