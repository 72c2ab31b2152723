"""The project that `init` makes."""

from rapportage.input.new_project.files import BUILD, IGNORED, project_files

__all__ = ["BUILD", "IGNORED", "project_files"]
