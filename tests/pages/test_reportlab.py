"""ReportLab as we use it is the same on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_files_in_the_home_folder_are_not_run(tmp_path: Path) -> None:
    for name in (".reportlab_mods", ".reportlab_settings"):
        (tmp_path / name).write_text("import pathlib; pathlib.Path('RUN').touch()\n", encoding="utf-8")
    code = "from rapportage.pages.reportlab import truetype; truetype()"
    environment = {**os.environ, "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
    assert not (tmp_path / "RUN").exists()
    subprocess.run([sys.executable, "-c", "import reportlab"], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "RUN").exists()
