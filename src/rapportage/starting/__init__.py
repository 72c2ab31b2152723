"""The project that `init` makes."""

from rapportage.starting.files import BUILD, IGNORED, project_files

__all__ = ["BUILD", "IGNORED", "project_files"]
