"""A preview that is followed as a browser would: its events, its pages, and what is asked of it."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Condition, Thread
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

State = Mapping[str, Any]
PATIENCE = 40.0
"""Seconds: the machine may have much to do."""


class Reply(Struct):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


def ask(
    address: str,
    path: str = "",
    method: str = "GET",
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """Asks what is at `path` below an address; a path that begins with '/' is taken as it is."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    given = {"Host": parts.netloc, **(headers or {})}
    try:
        connection.putrequest(method, path if path.startswith("/") else parts.path + path, skip_host=True)
        for name, value in given.items():
            if value:
                connection.putheader(name, value)
        if body is not None and "Content-Length" not in given:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        reply = connection.getresponse()
        return Reply(reply.status, reply.headers, reply.read())
    finally:
        connection.close()


def opened(address: str, what: object, **headers: str) -> Reply:
    """Asks to open a place, as our own page does."""
    origin = address.partition("/")[0] + "//" + urlsplit(address).netloc
    given = {"Origin": origin, "Content-Type": "application/json", **headers}
    return ask(address, "open", "POST", json.dumps(what).encode(), given)


class Follower:
    """Listens to the events of a preview."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.states: list[State] = []
        self._came = Condition()
        parts = urlsplit(address)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
        self._connection.request("GET", f"{parts.path}events")
        self._socket = self._connection.sock
        self._reply = self._connection.getresponse()
        assert self._reply.status == 200
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        try:
            for line in self._reply:
                if line.startswith(b"data: "):
                    with self._came:
                        self.states.append(json.loads(line[6:]))
                        self._came.notify_all()
        except (OSError, ValueError, AttributeError):  # it was closed
            pass

    def until(self, is_so: Callable[[State], bool]) -> State:
        """The first state from now on, the last that was told included, of which this is so."""
        until = time.monotonic() + PATIENCE
        with self._came:
            seen = max(0, len(self.states) - 1)
            while True:
                found = next((each for each in self.states[seen:] if is_so(each)), None)
                if found is not None:
                    return found
                seen = len(self.states)
                assert self._came.wait(until - time.monotonic()), f"not so: {self.states[-1:]}"

    def checked(self, after: int = 0) -> State:
        """The state of a build after that one, when all of it is known."""
        return self.until(lambda state: state["build"] > after and state["checked"] and not state["busy"])

    def close(self) -> None:
        with suppress(OSError):  # the reply may have closed it already
            self._socket.shutdown(socket.SHUT_RDWR)  # which ends what the thread waits for
        self._thread.join(PATIENCE)
        self._reply.close()
        self._connection.close()


@contextmanager
def following(address: str) -> Iterator[Follower]:
    follower = Follower(address)
    try:
        yield follower
    finally:
        follower.close()


def save(path: Path, text: str) -> None:
    """As a careful editor does: all of it at once."""
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def is_alive(pid: int) -> bool:
    """Whether that process does anything still: one that has ended may have to be waited for (Linux)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """The processes that a process began, and those that they began (Linux)."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((each / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found += [int(each.name), *children(int(each.name))]
    return found
