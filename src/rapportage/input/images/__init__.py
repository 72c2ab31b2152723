"""Pictures of the user: PNG, JPEG and SVG read from the project folder, safely and within bounds."""

from rapportage.input.images.faults import PictureFault, Problem
from rapportage.input.images.load import load_picture
from rapportage.input.images.svg import Letters
from rapportage.input.images.together import Pictures

__all__ = ["Letters", "PictureFault", "Pictures", "Problem", "load_picture"]
