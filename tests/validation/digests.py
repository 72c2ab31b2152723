"""Prints the fingerprint of every sample report, to compare two Pythons or two machines: `make digests`."""

from __future__ import annotations

import hashlib

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, build
from tests.validation.samples import EVERY_SAMPLE, WITH_FILES


def main() -> None:
    asked = [(*sample, False) for sample in EVERY_SAMPLE] + [(*sample, True) for sample in WITH_FILES]
    for project, layout, period, has_files in asked:
        made = build(BuildRequest(layout, period, project, attachments=has_files), Findings())
        assert made is not None
        for name, data in (("pdf", made.pdf), ("ods", made.workbook or b"")):
            print(f"{hashlib.sha256(data).hexdigest()}  {layout} {period} {name}")


if __name__ == "__main__":
    main()
