"""Boundaries of areas for maps: of a file of the user, or those that come with the package."""

from rapportage.input.boundaries.faults import BoundaryFault
from rapportage.input.boundaries.files import load_boundaries
from rapportage.input.boundaries.labels import Asked
from rapportage.input.boundaries.outlines import OUTLINES

__all__ = ["OUTLINES", "Asked", "BoundaryFault", "load_boundaries"]
