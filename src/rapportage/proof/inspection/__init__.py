"""Looking inside a PDF: how it reads aloud, and the faults of structure that validators miss."""

from rapportage.proof.inspection.besides import Besides, PdfLink, read_besides
from rapportage.proof.inspection.difference import first_difference
from rapportage.proof.inspection.opening import InspectionError
from rapportage.proof.inspection.page_texts import page_texts
from rapportage.proof.inspection.picture import as_png, as_quick_png
from rapportage.proof.inspection.report import inspect
from rapportage.proof.inspection.spots import Spot, spot_words
from rapportage.proof.inspection.structure.check import structural_faults
from rapportage.proof.inspection.utterances import Said, Utterance, read_all, read_said

__all__ = [
    "Besides",
    "InspectionError",
    "PdfLink",
    "Said",
    "Spot",
    "Utterance",
    "as_png",
    "as_quick_png",
    "first_difference",
    "inspect",
    "page_texts",
    "read_all",
    "read_besides",
    "read_said",
    "spot_words",
    "structural_faults",
]
