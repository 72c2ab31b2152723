"""Looking inside a PDF: how it reads aloud, and the faults of structure that validators miss."""

from rapportage.inspection.difference import first_difference
from rapportage.inspection.opening import InspectionError
from rapportage.inspection.picture import as_png
from rapportage.inspection.report import inspect
from rapportage.inspection.structure import structural_faults

__all__ = ["InspectionError", "as_png", "first_difference", "inspect", "structural_faults"]
