"""Runs the checks of the preview: `python -m tests.validation.preview`, as `make validate` does.

They are named `check_*.py`, so that `make test` leaves them: each starts a server and a browser. Without a browser it
tells so: on a user's machine that is no fault, in CI (`CI=true`) it is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.validation.web import parts


def main() -> int:
    if lacking := [part for part in parts.missing() if part != "java"]:
        print(f"De controle van het voorbeeld is overgeslagen: {' en '.join(lacking)} ontbreekt op deze machine.")
        print("Installeer Chromium en Node.js met npm om haar hier te doen.")
        return 1 if os.environ.get("CI") == "true" else 0
    import pytest

    return int(pytest.main(["--quiet", "-o", "python_files=check_*.py", str(Path(__file__).parent)]))


if __name__ == "__main__":
    sys.exit(main())
