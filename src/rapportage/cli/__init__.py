"""The command line."""

from rapportage.cli.main import main

__all__ = ["main"]
