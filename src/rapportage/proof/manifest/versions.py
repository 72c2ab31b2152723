"""The versions that a report depends on: this tool, Python, zlib, and every package that either needs."""

from __future__ import annotations

import platform
import re
import zlib
from importlib.metadata import PackageNotFoundError, requires, version

from rapportage import __version__

OWN = "rapportage"
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def versions() -> dict[str, str]:
    """By name: this tool, Python and zlib (which compresses) first, then the packages in order of the alphabet.

    The packages are those of the installed distribution, and what those need in turn; without extras.
    """
    found: dict[str, str] = {}
    waiting = [OWN]
    while waiting:
        for name in _required(waiting.pop()):
            if name not in found:
                try:
                    found[name] = version(name)
                except PackageNotFoundError:  # asked for another system or Python only
                    continue
                waiting.append(name)
    packages = {name: found[name] for name in sorted(found)}
    return {OWN: __version__, "python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION, **packages}


def _required(name: str) -> list[str]:
    asked = requires(name) or ()
    return [_normal(match[0]) for each in asked if "extra ==" not in each and (match := _NAME.match(each))]


def _normal(name: str) -> str:
    """One spelling for each package: 'Jinja2' and 'jinja2' are the same."""
    return re.sub(r"[-_.]+", "-", name).lower()
