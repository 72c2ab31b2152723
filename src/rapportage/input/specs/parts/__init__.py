"""Breakdowns of a series, and the lists of their parts."""
