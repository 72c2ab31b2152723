"""The file of the next period, made of the last: the same series and sources, with everything to be filled in empty."""

from rapportage.successor.writer import Successor, successor

__all__ = ["Successor", "successor"]
