"""Pictures of the user: PNG, JPEG and SVG read from the project folder, safely and within bounds."""

from rapportage.images.faults import PictureFault, Problem
from rapportage.images.load import load_picture
from rapportage.images.together import Pictures

__all__ = ["PictureFault", "Pictures", "Problem", "load_picture"]
