"""Fetches veraPDF, the reference validator, once and runs it over the given PDF files for PDF/UA-1 and PDF/A-2a.

Files after `--3a` hold other files, and are validated for PDF/A-3a. Workbooks (.ods) are validated with ODF Validator.

Without Java or Maven it tells so: on a user's machine that is no fault, in CI (`CI=true`) it is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
POM, ODF_POM = HERE / "pom.xml", HERE / "odf.xml"


def main(paths: list[str]) -> int:
    if not paths:
        print("gebruik: validate.py BESTAND.pdf ... [--3a BESTAND.pdf ...]", file=sys.stderr)
        return 2
    missing = [tool for tool in ("java", "mvn") if shutil.which(tool) is None]
    if missing:
        print(f"De controle met veraPDF is overgeslagen: {' en '.join(missing)} ontbreekt op deze machine.")
        print("Installeer een JDK (11 of nieuwer) en Maven om haar hier te doen.")
        return 1 if os.environ.get("CI") == "true" else 0
    workbooks = [path for path in paths if path.endswith(".ods")]
    paths = [path for path in paths if path not in workbooks]
    command = ["java", "-cp", str(fetched_jars("verapdf", POM) / "*"), str(HERE / "Validate.java"), *paths]
    failed = subprocess.run(command, check=False).returncode if paths else 0
    return (validated_workbooks(workbooks) if workbooks else 0) or failed


def validated_workbooks(paths: list[str]) -> int:
    """Whether all conform to OpenDocument 1.3: 0 if so."""
    (jar,) = fetched_jars("odfvalidator", ODF_POM).glob("odfvalidator-*.jar")
    failed = subprocess.run(["java", "-jar", str(jar), "-1.3", *paths], check=False).returncode
    print(f"{', '.join(paths)}: OpenDocument 1.3 {'VOLDOET NIET' if failed else 'voldoet'}")
    return failed


def fetched_jars(name: str, pom: Path) -> Path:
    """The folder with a validator and what it needs, named after the pom: another version, another folder."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapportage"
    target = cache / f"{name}-{hashlib.sha256(pom.read_bytes()).hexdigest()[:12]}"
    if target.is_dir():
        return target
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        fresh = Path(scratch) / "jars"
        print(f"{name} wordt eenmalig opgehaald ...", flush=True)
        subprocess.run(
            ["mvn", "-B", "-q", "-f", str(pom), "dependency:copy-dependencies", f"-DoutputDirectory={fresh}"],
            check=True,
        )
        try:
            fresh.rename(target)  # whole or not at all
        except OSError:
            if not target.is_dir():  # else another run was first, and its copy is as good
                raise
    return target


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
