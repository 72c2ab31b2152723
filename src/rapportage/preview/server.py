"""The server on this machine: it answers our own page, and shows no file but what was built."""

from __future__ import annotations

import os
import re
import socket
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BufferedReader, RawIOBase
from pathlib import PurePath
from threading import BoundedSemaphore
from time import monotonic
from typing import Any
from urllib.parse import parse_qs, unquote

from msgspec import DecodeError, Struct, json

from rapportage.preview.editors import Editor, Outcome
from rapportage.preview.gate import ALWAYS, REPORT_POLICY, SHELL_POLICY, is_own, rest_of
from rapportage.preview.pictures import NARROWEST, WIDEST, Pictures
from rapportage.preview.session import Refused, Session, Spot
from rapportage.preview.workshop import Workshop

HOST = "127.0.0.1"
AT_ONCE = 64
"""Connections; a browser has some for each window."""
IN_TIME = 30.0
"""Seconds within which a request has to be there, whole, after the one before it on the same connection."""
BEAT = 15.0
"""Seconds after which an event without words shows that we are there."""
LONGEST = 10_000
"""Bytes of what is sent to us."""
WAITED = 30.0
"""Seconds that is waited for what is still being made."""
USUAL = 900
"""Pixels that a picture is wide where nobody says."""
INDEX = "index.html"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""Of the files of our own page."""


class PortTaken(Exception):
    """Another program has the port, or it may not be used."""


class Asked(Struct, frozen=True):
    """What is to be opened: a place, or a figure that it rests on, or a finding; of `build` where that is told."""

    place: int | None = None
    input: int | None = None
    finding: Spot | None = None
    build: int | None = None


class PreviewServer(ThreadingHTTPServer):
    """What every request needs, and how many there may be."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # there it would let another program have the same port

    def __init__(self, port: int, token: str, session: Session, workshop: Workshop, editor: Editor) -> None:
        """Takes the port of that number, or for 0 one that is free.

        Raises:
            PortTaken: it can't have that one.
        """
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as fault:
            raise PortTaken(str(port)) from fault
        self.token = token
        self.session = session
        self.workshop = workshop
        self.editor = editor
        self.pictures = Pictures()
        self.client = _client()
        self._room = BoundedSemaphore(AT_ONCE)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/{self.token}/"

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread of its own, where there is room for another."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who left is no fault; any other is one of ours."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def _client() -> dict[str, tuple[bytes, str]]:
    """Our own page and what it loads, by name, each with its kind; the page itself has none."""
    found = sorted((files("rapportage.preview") / "client").iterdir(), key=lambda each: each.name)
    known = [(each, KINDS[suffix]) for each in found if (suffix := PurePath(each.name).suffix) in KINDS]
    return {each.name if each.name != INDEX else "": (each.read_bytes(), kind) for each, kind in known}


def _width(query: str) -> int:
    """The width that is asked of a picture, in pixels."""
    try:
        asked = parse_qs(query, max_num_fields=5).get("width", [""])[0]
    except ValueError:
        asked = ""
    return min(WIDEST, max(NARROWEST, int(asked))) if re.fullmatch(r"[0-9]{1,6}", asked) else USUAL


class _Patient(RawIOBase):
    """What a client sends, until a moment: who sends a byte now and then has no more time than others."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.until = 0.0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self.until - monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "rapportage"
    sys_version = ""
    server: PreviewServer

    def setup(self) -> None:
        super().setup()
        self._patient = _Patient(self.connection)
        self.rfile = BufferedReader(self._patient)

    def handle_one_request(self) -> None:
        self._patient.until = monotonic() + IN_TIME
        super().handle_one_request()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the terminal has a line for each build."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is no request of ours; the connection is closed, for what follows may be a part of it."""
        self.close_connection = True
        self._answer(HTTPStatus(code).phrase.encode(), status=code)

    def do_GET(self) -> None:
        if self.headers.get("Content-Length") or self.headers.get("Transfer-Encoding"):
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        rest = self._let_in(changes=False)
        if rest is not None:
            path, _, query = rest.partition("?")
            self._get(path, query)

    def do_POST(self) -> None:
        rest = self._let_in(changes=True)
        if rest is None:
            return
        if rest != "open":
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = self._body()
        if body is None:
            return
        try:
            asked = json.decode(body, type=Asked)
        except DecodeError:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        self._answer(json.encode(self._opened(asked)), "application/json")

    def _let_in(self, *, changes: bool) -> str | None:
        """What is asked, of who may ask; anyone else is refused."""
        rest = rest_of(self.path, self.server.token)
        if rest is None or not is_own(self.headers, self.server.server_port, changes=changes):
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        return rest

    def _body(self) -> bytes | None:
        """What was sent, as JSON and not too much of it; anything else is refused."""
        kind = self.headers.get_content_type() if self.headers.get("Content-Type") else ""
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not re.fullmatch(r"[0-9]{1,9}", length):
            self.send_error(HTTPStatus.LENGTH_REQUIRED)
        elif kind != "application/json":
            self.send_error(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        elif int(length) > LONGEST:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            body = self.rfile.read(int(length))
            return body if len(body) == int(length) else None
        return None

    # --- What there is to get -------------------------------------------------------------------------

    def _get(self, path: str, query: str) -> None:
        if path in self.server.client:
            data, kind = self.server.client[path]
            self._answer(data, kind, policy=SHELL_POLICY)
        elif path == "events":
            self._events()
        elif found := re.fullmatch(r"places/(\d{1,9})\.json", path):
            self._places(int(found[1]))
        elif found := re.fullmatch(r"page/(\d{1,6})/([0-9a-f]{1,64})\.png", path):
            self._page(int(found[1]), found[2], query)
        elif found := re.fullmatch(r"report/(\d{1,9})\.html", path):
            html = self.server.session.html(int(found[1]), WAITED)
            self._answer(html, "text/html; charset=utf-8", policy=REPORT_POLICY)
        elif path.startswith("save/"):
            self._save(path.removeprefix("save/"))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _places(self, number: int) -> None:
        made = self.server.session.good
        if made is None or made.number != number:
            self._answer(None)
            return
        self._answer(json.encode({"places": made.places, "areas": made.areas}), "application/json")

    def _page(self, number: int, digest: str, query: str) -> None:
        data = self.server.pictures.page(self.server.session.good, number, digest, _width(query))
        self._answer(data, "image/png", more={"Cache-Control": "private, max-age=3600, immutable"} if data else {})

    def _save(self, what: str) -> None:
        try:
            made = self.server.session.saved()
        except Refused as fault:
            self._answer(str(fault).encode(), status=HTTPStatus.CONFLICT)
            return
        name = self.server.session.name.replace(" ", "-")
        if found := re.fullmatch(r"page/(\d{1,6})\.png", what):
            data = self.server.pictures.saved(made, int(found[1]))
            self._answer(data, "image/png", saved_as=f"{name}-pagina-{int(found[1])}.png")
        elif found := re.fullmatch(r"chart/(.{1,300})\.svg", unquote(what)):
            svg = self.server.workshop.draw(found[1], WAITED) if found[1] in {each.id for each in made.charts} else None
            good = self.server.session.good
            if good is None or good.number != made.number:  # it is drawn of the last build, which is not yet checked
                self._answer(b"het rapport is intussen vernieuwd: bewaar nog eens", status=HTTPStatus.CONFLICT)
                return
            self._answer(svg.encode() if svg else None, "image/svg+xml", saved_as=f"{name}-{found[1]}.svg")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _events(self) -> None:
        """The state, at once and after every change, for as long as the browser listens."""
        self.close_connection = True
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream", "Connection": "close"})
        self.connection.settimeout(IN_TIME)
        version = -1
        while True:
            told = self.server.session.after(version, BEAT)
            if told is None:
                self.wfile.write(b":\n\n")
                continue
            version, data = told
            self.wfile.write(b"event: state\ndata: " + data + b"\n\n")
            if self.server.session.has_ended:
                return

    def _opened(self, asked: Asked) -> Outcome:
        session = self.server.session
        if asked.build is not None and (session.good is None or session.good.number != asked.build):
            return Outcome(message="het rapport is intussen vernieuwd: klik nog eens")
        if asked.finding is not None:
            at, without = session.finding(asked.finding), "deze melding is er niet meer"
        else:
            at = session.place(-1 if asked.place is None else asked.place, asked.input)
            without = "deze plaats staat in geen bestand"
        return Outcome(message=without) if at is None else self.server.editor.open(*at)

    # --- How it is answered ---------------------------------------------------------------------------

    def _answer(
        self,
        data: bytes | None,
        kind: str = "text/plain; charset=utf-8",
        *,
        status: int = HTTPStatus.OK,
        policy: str = "default-src 'none'; frame-ancestors 'none'",
        more: dict[str, str] | None = None,
        saved_as: str = "",
    ) -> None:
        """What was asked; where there is no such thing, that."""
        if data is None:
            status, kind, saved_as = HTTPStatus.NOT_FOUND, "text/plain", ""
            data = status.phrase.encode()
        head = {"Content-Type": kind, "Content-Length": str(len(data)), "Content-Security-Policy": policy}
        if saved_as:
            plain = re.sub(r"[^\w.-]", "_", saved_as, flags=re.ASCII)
            head["Content-Disposition"] = f'attachment; filename="{plain}"'
        if self.close_connection:
            head["Connection"] = "close"
        self._head(status, {**head, **(more or {})})
        self.connection.settimeout(IN_TIME)
        self.wfile.write(data)

    def _head(self, status: int, given: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**ALWAYS, **given}.items():
            self.send_header(name, value)
        self.end_headers()
