"""Rapportage: period figures and a layout in YAML become an accessible Dutch PDF briefing."""

__version__ = "0.2.0"
