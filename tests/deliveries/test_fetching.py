"""Fetching a table, of a server on this machine alone."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from msgspec.structs import replace

from rapportage.deliveries import fetching
from rapportage.deliveries.fetching import CBS, Service, fetch_table
from rapportage.diagnostics import Findings
from tests.deliveries.shared import texts, whole

BASE = "http://127.0.0.1:{port}/odata"
PAGES: dict[str, object] = {
    "/odata/1ned/TableInfos": {"odata.metadata": "x", "value": [{"ID": 0, "Title": "Banen"}]},
    "/odata/1ned/DataProperties": {
        "odata.metadata": "x",
        "value": [
            {"Key": "Geslacht", "Type": "Dimension", "Title": "Geslacht"},
            {"Key": "../kwaad", "Type": "Dimension", "Title": "x"},
            {"Key": "Banen_1", "Type": "Topic", "Title": "Banen"},
        ],
    },
    "/odata/1ned/Geslacht": {"odata.metadata": "x", "value": [{"Key": "3000   ", "Title": "Mannen"}]},
    "/odata/1ned/UntypedDataSet": {
        "odata.metadata": "x",
        "value": [{"ID": 0, "Geslacht": "3000   ", "Perioden": "2020MM05", "Banen_1": "    12.0"}],
        "odata.nextLink": BASE + "/1ned/UntypedDataSet?$skip=1",
    },
    "/odata/1ned/UntypedDataSet?$skip=1": {
        "odata.metadata": "x",
        "value": [{"ID": 1, "Geslacht": "3000   ", "Perioden": "2020MM06", "Banen_1": "       ."}],
    },
    "/odata/2ned/TableInfos": {"odata.metadata": "x", "value": [], "odata.nextLink": "https://example.org/verder"},
    "/odata/3ned/TableInfos": {"odata.metadata": "x", "value": [], "odata.nextLink": BASE + "/3ned/TableInfos"},
    "/odata/4ned/TableInfos": ["geen tabel"],
    "/odata/5ned/TableInfos": {"odata.metadata": "x", "value": [{"lang": "x" * 5_000}]},
}


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.replace("?$format=json", "")
        if path.startswith("/odata/6ned"):
            self.send_response(302)
            self.send_header("Location", "http://example.org/elders")
            self.end_headers()
            return
        if path.startswith("/odata/7ned"):
            threading.Event().wait(1)
        if path.startswith("/odata/8ned"):
            self._slowly()
            return
        port = self.server.server_address[1]
        found = json.dumps(PAGES[path]).replace("{port}", str(port)) if path in PAGES else ""
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(found.encode())

    def _slowly(self) -> None:
        """A byte now and then: never too late by itself."""
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):  # who asked went away
            for _ in range(100):
                self.wfile.write(b" ")
                self.wfile.flush()
                threading.Event().wait(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def service() -> Iterator[Service]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Service(BASE.format(port=server.server_address[1]), ("127.0.0.1",), "http", 0.3, 20)
    server.shutdown()
    server.server_close()
    thread.join()


def refused(number: str, service: Service) -> str:
    findings = Findings()
    assert fetch_table(number, findings, service) is None
    (fault,) = findings
    assert fault.hint
    return f"{fault.code} {fault.message}"


def test_a_table_comes_whole_with_its_words(service: Service) -> None:
    findings = Findings()
    data = fetch_table("1ned", findings, service)
    assert [*findings] == []
    assert data is not None
    delivery = whole(data)
    assert texts(delivery) == [
        ["Onderwerp", "Onderwerp (code)", "Geslacht", "Geslacht (code)", "Perioden", "Waarde"],
        ["Banen", "Banen_1", "Mannen", "3000", "2020MM05", "12.0"],
        ["Banen", "Banen_1", "Mannen", "3000", "2020MM06", "."],
    ]


def test_a_second_time_gives_the_same_bytes(service: Service) -> None:
    assert fetch_table("1ned", Findings(), service) == fetch_table("1ned", Findings(), service)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("9ned", "I116 CBS-tabel 9ned: deze tabel is er niet"),
        ("../x", "I116 CBS-tabel ../x: dit is geen nummer van een tabel"),
        ("2ned", "I116 CBS-tabel 2ned: het antwoord verwijst naar een andere plek (example.org)"),
        ("4ned", "I116 CBS-tabel 4ned: het antwoord is geen tabel"),
        ("6ned", "I116 CBS-tabel 6ned: het antwoord verwijst naar een andere plek (example.org)"),
        ("7ned", "I116 CBS-tabel 7ned: er kwam in 0.3 seconden geen antwoord"),
    ],
)
def test_what_can_not_be_had_is_told(number: str, fault: str, service: Service) -> None:
    assert refused(number, service) == fault


def test_all_answers_together_have_a_time(service: Service) -> None:
    assert refused("8ned", replace(service, together=0.5)) == (
        "I116 CBS-tabel 8ned: de tabel was na 0.5 seconden nog niet binnen"
    )


def test_there_are_limits(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 4_000)
    monkeypatch.setattr(fetching, "_MOST_PAGES", 3)
    assert refused("5ned", service) == "I116 CBS-tabel 5ned: de tabel is groter dan 0 MB"
    assert refused("3ned", service) == "I116 CBS-tabel 3ned: TableInfos heeft meer dan 3 bladzijden"


def test_nobody_there_is_told() -> None:
    nobody = Service("http://127.0.0.1:9/odata", ("127.0.0.1",), "http", 0.3)
    assert refused("1ned", nobody).startswith("I116 CBS-tabel 1ned: 127.0.0.1 is niet te bereiken")


def test_the_service_is_asked_over_https_alone() -> None:
    assert CBS.scheme == "https"
    assert CBS.base.startswith(f"https://{CBS.hosts[0]}/")
    assert refused("1ned", Service("http://opendata.cbs.nl/x", CBS.hosts)) == (
        "I116 CBS-tabel 1ned: het antwoord verwijst naar een andere plek (opendata.cbs.nl)"
    )
