"""Checks pages of the HTML edition: `python -m tests.validation.web [--beelden] BESTAND.html MAP ...`.

Without a browser, Java or npm it tells so: on a user's machine that is no fault, in CI (`CI=true`) it is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.validation.web import parts


def main(arguments: list[str]) -> int:
    given = [Path(each) for each in arguments if not each.startswith("--")]
    if not given:
        print("gebruik: python -m tests.validation.web [--beelden] BESTAND.html MAP ...", file=sys.stderr)
        return 2
    if lacking := parts.missing():
        print(f"De controle van de HTML-uitgave is overgeslagen: {' en '.join(lacking)} ontbreekt op deze machine.")
        print("Installeer Chromium, een JDK (17 of nieuwer) en Node.js met npm om haar hier te doen.")
        return 1 if os.environ.get("CI") == "true" else 0
    from tests.validation.web.checking import check

    return check(given, pictures="--beelden" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
