"""Fetching a table of Statistics Netherlands by its number, at the user's explicit word: one service, and no other.

What comes is one file: the answers of the service by name, with the words of all codes, for `reading` to read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from http.client import HTTPException
from time import monotonic
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from msgspec import Struct

from rapportage.deliveries.reading.as_json import parsed
from rapportage.deliveries.reading.faults import DeliveryFault
from rapportage.deliveries.reading.limits import MOST_BYTES
from rapportage.diagnostics.findings import Findings


class Service(Struct, frozen=True):
    """Where tables are, on hosts that are allowed and over nothing but `scheme`."""

    base: str
    hosts: tuple[str, ...]
    scheme: str = "https"
    seconds: float = 30
    """So long an answer may keep us waiting."""
    together: float = 600
    """So long all answers may take."""


CBS = Service("https://opendata.cbs.nl/ODataFeed/odata", ("opendata.cbs.nl",))
_NUMBER = re.compile(r"[0-9A-Za-z]{2,20}", re.ASCII)
_DATA, _PROPERTIES, _INFORMATION = "UntypedDataSet", "DataProperties", "TableInfos"
"""The data as text: there a sign for what is absent is kept, and a figure has its decimals."""
_DIMENSIONS = ("Dimension", "TimeDimension", "GeoDimension", "GeoDetail")
_MOST_PAGES = 1_000
_PIECE = 100_000


def fetch_table(number: str, findings: Findings, service: Service = CBS) -> bytes | None:
    """The file of a table; None where it can't be had, which is told."""
    try:
        return _Fetch(number, service).whole()
    except DeliveryFault as fault:
        findings.error(fault.code, f"CBS-tabel {number}: {fault.message}", None, fault.hint)
        return None


class _OnlyHere(HTTPRedirectHandler):
    """Follows a redirection only to where we would have asked."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        _check(newurl, self._service)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # of typeshed


class _Fetch:
    def __init__(self, number: str, service: Service) -> None:
        if not _NUMBER.fullmatch(number):
            raise _fault("dit is geen nummer van een tabel", "schrijf het zoals StatLine, bijvoorbeeld 37296ned")
        self._number, self._service = number, service
        self._room = MOST_BYTES
        self._until = monotonic() + service.together
        self._opener: OpenerDirector = build_opener(_OnlyHere(service))

    def whole(self) -> bytes:
        """All answers by name.

        Raises:
            DeliveryFault: one can't be had, or they are too large.
        """
        answers: dict[str, object] = {}
        for name in (_INFORMATION, _PROPERTIES):
            answers[name] = self._entity(name)
        for name in _dimensions(answers[_PROPERTIES]):
            answers[name] = self._entity(name)
        answers[_DATA] = self._entity(_DATA)
        return json.dumps(answers, ensure_ascii=False, indent=1, default=_number).encode()

    def _entity(self, name: str) -> dict[str, object]:
        """All rows of one answer, of however many pages."""
        rows: list[object] = []
        first: dict[str, object] = {}
        url = f"{self._service.base}/{self._number}/{name}?$format=json"
        for _ in range(_MOST_PAGES):
            page = self._page(url)
            first = first or page
            listed = page.get("value")
            if not isinstance(listed, list):
                raise _fault(f"het antwoord op {name} is geen tabel", _LATER)
            rows += listed
            following = page.get("odata.nextLink")
            if not isinstance(following, str):
                return {"odata.metadata": first.get("odata.metadata", ""), "value": rows}
            url = following
        raise _fault(f"{name} heeft meer dan {_MOST_PAGES} bladzijden", _LESS)

    def _page(self, url: str) -> dict[str, object]:
        _check(url, self._service)
        found = parsed(b"".join(self._pieces(url)))
        if not isinstance(found, dict):
            raise _fault("het antwoord is geen tabel", _LATER)
        return found

    def _pieces(self, url: str) -> Iterator[bytes]:
        try:
            with self._opener.open(url, timeout=min(self._service.seconds, self._left())) as answer:
                while piece := answer.read1(_PIECE):
                    self._left()
                    self._room -= len(piece)
                    if self._room < 0:
                        raise _fault(f"de tabel is groter dan {MOST_BYTES // 1_000_000} MB", _LESS)
                    yield piece
        except HTTPError as error:
            if error.code == 404:
                raise _fault("deze tabel is er niet", "kijk op StatLine naar het nummer van de tabel") from None
            raise _fault(f"de dienst antwoordt met fout {error.code}", _LATER) from None
        except TimeoutError:
            self._left()
            raise _fault(f"er kwam in {self._service.seconds:g} seconden geen antwoord", _LATER) from None
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise _fault(f"{self._service.hosts[0]} is niet te bereiken ({reason})", _LATER) from None

    def _left(self) -> float:
        """For how long we go on.

        Raises:
            DeliveryFault: it took too long already.
        """
        left = self._until - monotonic()
        if left <= 0:
            raise _fault(f"de tabel was na {self._service.together:g} seconden nog niet binnen", _LATER)
        return left


_LATER = "probeer het later, of haal de tabel op van de website van het CBS en geef haar als bestand"
_LESS = "kies op StatLine minder rijen, en geef die als bestand"


def _number(value: object) -> object:
    """A number of the answers that is no text: that of a row."""
    return int(value) if isinstance(value, Decimal) and value == value.to_integral_value() else str(value)


def _check(url: str, service: Service) -> None:
    """Whether that is where we may ask.

    Raises:
        DeliveryFault: it is elsewhere.
    """
    parts = urlsplit(url)
    if parts.scheme != service.scheme or parts.hostname not in service.hosts or parts.username is not None:
        raise _fault(f"het antwoord verwijst naar een andere plek ({parts.hostname or url})", _LATER)


def _dimensions(properties: object) -> list[str]:
    """Of which dimensions there are words, as the properties of the table say."""
    rows = properties.get("value") if isinstance(properties, dict) else None
    found = [row.get("Key") for row in rows or () if isinstance(row, dict) and row.get("Type") in _DIMENSIONS]
    return [name for name in found if isinstance(name, str) and re.fullmatch(r"\w{1,100}", name)]


def _fault(message: str, hint: str) -> DeliveryFault:
    return DeliveryFault("I116", message, hint)
