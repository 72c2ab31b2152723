"""Proof that what leaves the house is right: of texts and figures, of the file, and of what changed."""
