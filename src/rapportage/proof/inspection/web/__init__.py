"""Looking inside an edition for the web: what it says, in reading order, and what it says besides."""

from rapportage.proof.inspection.web.besides import WebBesides, WebLink, besides_of, read_web
from rapportage.proof.inspection.web.grid import Heads, heads
from rapportage.proof.inspection.web.speech import Piece, Stretch, pieces, said
from rapportage.proof.inspection.web.tree import Node, is_web, read_tree

__all__ = [
    "Heads",
    "Node",
    "Piece",
    "Stretch",
    "WebBesides",
    "WebLink",
    "besides_of",
    "heads",
    "is_web",
    "pieces",
    "read_tree",
    "read_web",
    "said",
]
