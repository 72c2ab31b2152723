"""The parts that check a page: a browser of this machine, and what npm has, fetched once."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
LISTED = ("package.json", "package-lock.json")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def missing() -> list[str]:
    """What this machine lacks for the check, by name."""
    tools = [tool for tool in ("java", "npm") if shutil.which(tool) is None]
    tools += [] if browser() else ["chromium"]
    return tools + ([] if find_spec("playwright") else ["playwright (make .venv/browser.stamp)"])


def browser() -> str | None:
    """Where the browser is: `BROWSER_FOR_CHECKS` says so, or the path."""
    return os.environ.get("BROWSER_FOR_CHECKS") or next(filter(None, map(shutil.which, BROWSERS)), None)


def axe() -> str:
    """The script of axe-core."""
    return (packages() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def nu() -> Path:
    """The jar of the Nu HTML checker."""
    return packages() / "vnu-jar" / "build" / "dist" / "vnu.jar"


def packages() -> Path:
    """The folder of packages from npm, named after what is locked: another version, another folder."""
    locked = b"".join((HERE / name).read_bytes() for name in LISTED)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapportage"
    target = cache / f"web-{hashlib.sha256(locked).hexdigest()[:12]}"
    if not target.is_dir():
        _fetch(cache, target)
    return target / "node_modules"


def _fetch(cache: Path, target: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        fresh = Path(scratch) / "web"
        fresh.mkdir()
        for name in LISTED:
            shutil.copy(HERE / name, fresh)
        print("axe en de Nu HTML Checker worden eenmalig opgehaald ...", flush=True)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=fresh, check=True)
        try:
            fresh.rename(target)  # whole or not at all
        except OSError:
            if not target.is_dir():  # else another run was first, and its copy is as good
                raise
