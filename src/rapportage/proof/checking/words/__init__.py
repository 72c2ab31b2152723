"""Checks of sentences against the figures in them."""
