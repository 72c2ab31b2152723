"""What a report withholds is nowhere in its page: not in the words, the data or the markup."""

from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.document import figures
from rapportage.html import edition
from rapportage.pipeline import BuildRequest, BuildResult, as_page, build, editions
from tests.html.reading import read
from tests.proof.disclosure.test_check import PERIOD, series

SECRET = "3"
LAYOUT = """\
titel: Proef
auteur: Proef
{secrecy}blokken:
  - tabel:
      titel: Landen
      rijkop: Land
      kolommen:
        - {{kop: aantal, waarde: "{{{{ rij }}}}"}}
        - {{kop: aandeel, waarde: "{{{{ rij.aandeel | pct }}}}"}}
      rijen: "{{{{ aanvragen }}}}"
"""


def made(folder: Path, secrecy: str) -> BuildResult:
    """A report on a country with 3 applications, and another that is left out with it."""
    for name in ("data", "layouts"):
        (folder / name).mkdir(parents=True)
    counts = series("aanvragen", 275, Syrië=251, Turkije=19, Iran=SECRET, Jemen=2)
    words = PERIOD.format(period="2020-05", day="2020-06-01", figures=counts)
    (folder / "data" / "2020-05.yaml").write_text(words, encoding="utf-8")
    (folder / "layouts" / "proef.yaml").write_text(LAYOUT.format(secrecy=secrecy), encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("proef", "2020-05", folder), findings)
    assert result is not None, [str(each) for each in findings]
    return result


def data_of(page: bytes) -> str:
    """The csv files that are in the page."""
    return "".join(
        b64decode(each).decode() for each in re.findall(r"text/csv;charset=utf-8;base64,([^\"]*)", page.decode())
    )


def test_what_is_withheld_is_nowhere(tmp_path: Path) -> None:
    result = made(tmp_path, "geheimhouding: {drempel: 5, marge: 3}\n")
    assert not result.exact
    page = as_page(result)
    (table,) = read(page).all("table")
    assert sum("<5" in cell.words for cell in table.all("td")) == 2
    told = [node.get("value") for node in read(page).all("data")]
    assert SECRET not in told
    assert [row.split(";")[1] for row in data_of(page).splitlines()[1:] if row.startswith(("Iran", "Jemen"))] == [
        "",
        "",
    ]


def test_its_data_have_no_more_digits_than_it_shows(tmp_path: Path) -> None:
    result = made(tmp_path, "geheimhouding: {drempel: 5, marge: 3}\n")
    shares = re.findall(r"Syrië;251;+([\d,]+)", data_of(as_page(result)))
    assert shares == ["91"]
    with result.document.spoken():
        exact = data_of(edition(result.document, result.drawings, result.style, exact=True))
    assert "91,27" in exact  # so that the test above looks at something


def test_no_page_has_a_digit_behind_a_figure_that_it_does_not_show(tmp_path: Path) -> None:
    """Of every sample figure the exact value, where that is longer than what is shown, is not in the markup."""
    result = editions(BuildRequest("kerncijfers", "2020-05", Path(__file__).parents[2]), ("html",), Findings())
    assert result is not None
    assert result.html is not None
    page = re.sub(r"<p class=file>.*?</p>", "", result.html.decode())
    longer = {
        f"{each.trace.exact:f}"[:8]
        for each in figures(result.document)
        if each.trace is not None and each.trace.exact is not None and "." in f"{each.trace.exact:f}"
    }
    found = [text for text in longer if len(text) == 8 and (text in page or text.replace(".", ",") in page)]
    assert found == []
    assert len(longer) > 5
