"""The files of a project to begin with: those in project/ at their place, and the schemas that they name."""

from __future__ import annotations

from importlib.resources import files

from rapportage import __version__
from rapportage.input.schema import FOLDER, LAYOUT, PERIOD, STYLE, schema_files

BUILD = "rapportage build maandbericht 2025-01"
"""What makes the first PDF."""
IGNORED = "build/"
"""What of a project is made, and not to be kept."""
_VERSION = "{versie}"
_PLACES = {
    "maandbericht.yaml": "layouts/maandbericht.yaml",
    "2025-01.yaml": "data/2025-01.yaml",
    "eigen.yaml": "huisstijlen/eigen.yaml",
    "github.yml": ".github/workflows/rapport.yml",
    "gitlab.yml": ".gitlab-ci.yml",
    "settings.json": ".vscode/settings.json",
    "extensions.json": ".vscode/extensions.json",
    "ignored.txt": ".gitignore",
}


def project_files() -> dict[str, bytes]:
    """What is to be written, by its path in the project."""
    lines = {f"{kind.folder}/": kind.line for kind in (LAYOUT, PERIOD, STYLE)}
    made = {}
    for name, place in _PLACES.items():
        text = files("rapportage.input.new_project").joinpath("project", name).read_text(encoding="utf-8")
        line = next((line for folder, line in lines.items() if place.startswith(folder)), "")
        made[place] = (line + text.replace(_VERSION, __version__)).encode()
    return made | {f"{FOLDER}/{name}": data for name, data in schema_files().items()}
