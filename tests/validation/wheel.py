"""Whether the wheel in dist/ works: in an environment that has nothing else it builds a sample, as the sources do.

`make package` runs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = ROOT / ".ci" / "lock" / "runtime.txt"
REPORT = ("build", "kerncijfers", "2020-05", "--output")


def installed(wheel: Path, folder: Path) -> Path:
    """A new environment in `folder` with the wheel and what is locked for it; gives the folder of its commands."""
    venv.create(folder, with_pip=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [commands / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--require-hashes", "--requirement", LOCK], check=True)
    subprocess.run([*pip, "install", "--no-deps", wheel], check=True)
    subprocess.run([*pip, "check"], check=True)  # what the wheel says that it needs is what is locked
    return commands


def main() -> None:
    (wheel,) = (ROOT / "dist").glob("rapportage-*.whl")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "project"
        for part in ("data", "layouts"):
            shutil.copytree(ROOT / part, project / part)
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        command = installed(wheel, folder / "environment") / "rapportage"
        subprocess.run([command, *REPORT, folder / "wheel.pdf"], cwd=project, env=clean, check=True)
        sources = [sys.executable, "-m", "rapportage", *REPORT, folder / "sources.pdf"]
        subprocess.run(sources, cwd=project, check=True)
        if (folder / "wheel.pdf").read_bytes() != (folder / "sources.pdf").read_bytes():
            sys.exit(f"{wheel.name} builds another report than the sources")
    print(f"{wheel.name} installs by itself and builds the same report as the sources")


if __name__ == "__main__":
    main()
