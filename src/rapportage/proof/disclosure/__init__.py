"""Disclosure control: no small count that is not given can be computed from what is given."""

from rapportage.proof.disclosure.primary import anything_suppressed, suppress

__all__ = ["anything_suppressed", "suppress"]
