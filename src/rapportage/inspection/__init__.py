"""Looking inside a PDF: how it reads aloud, and the faults of structure that validators miss."""

from rapportage.inspection.besides import Besides, PdfLink, read_besides
from rapportage.inspection.difference import first_difference
from rapportage.inspection.opening import InspectionError
from rapportage.inspection.picture import as_png
from rapportage.inspection.report import inspect
from rapportage.inspection.structure import structural_faults
from rapportage.inspection.utterances import Said, Utterance, read_said

__all__ = [
    "Besides",
    "InspectionError",
    "PdfLink",
    "Said",
    "Utterance",
    "as_png",
    "first_difference",
    "inspect",
    "read_besides",
    "read_said",
    "structural_faults",
]
