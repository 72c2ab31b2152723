"""Prints the fingerprint of every sample report, to compare two Pythons or two machines: `make digests`."""

from __future__ import annotations

import hashlib

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, editions
from tests.validation.samples import EVERY_SAMPLE, WITH_FILES


def main() -> None:
    asked = [(*sample, False) for sample in EVERY_SAMPLE] + [(*sample, True) for sample in WITH_FILES]
    for project, layout, period, has_files in asked:
        request = BuildRequest(layout, period, project, attachments=has_files)
        made = editions(request, ("pdf", "html", "html-map"), Findings())
        assert made is not None
        assert made.report is not None
        pages = b"".join(name.encode() + data for name, data in sorted(made.site.items()))
        forms = {"pdf": made.report.pdf, "html": made.html, "html-map": pages, "ods": made.workbook}
        for name, data in forms.items():
            print(f"{hashlib.sha256(data or b'').hexdigest()}  {layout} {period} {name}")


if __name__ == "__main__":
    main()
