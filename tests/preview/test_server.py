"""What the preview answers, and to whom."""

from __future__ import annotations

import json
import shlex
import socket
import struct
import sys
import time
from collections.abc import Iterator, Mapping
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace

from rapportage.preview import server as serving
from rapportage.preview.editors import chosen
from rapportage.preview.gate import is_own
from rapportage.preview.messages import Task
from rapportage.preview.running import preview
from rapportage.preview.server import PortTaken, PreviewServer
from tests.faults import project
from tests.preview.following import ask, following, opened

LAYOUT = """\
titel: Proef
blokken:
  - kop: Vraag
  - tekst: |
      Er waren {{ aanvragen }} aanvragen.
  - grafiek:
      id: naar-land
      titel: Naar land
      soort: liggende staaf
      cijfers: "{{ aanvragen | top(3) }}"
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewServer]:
    """A preview of a small project; who opens something there finds its place in a file."""
    folder = project(tmp_path_factory.mktemp("project"), layout=LAYOUT)
    write = "import sys; open(sys.argv[1], 'w').write(chr(10).join(sys.argv[2:]))"
    command = [sys.executable, "-c", write, str(folder / "opened.txt"), "{bestand}", "{regel}", "{kolom}"]
    task = Task("proef", "2020-05", str(folder))
    with preview(task, editor=chosen(shlex.join(command))) as server, following(server.address) as follower:
        follower.checked()
        yield server


def folder_of(shown: PreviewServer) -> Path:
    return Path(shown.session.place(0)[0]).parents[1]  # type: ignore[index]


# --- Who may ask --------------------------------------------------------------------------------------

FOREIGN: Mapping[str, dict[str, str]] = {
    "a foreign host": {"Host": "evil.example"},
    "a name that leads here": {"Host": "localhost.evil.example:{port}"},
    "our address at another port": {"Host": "127.0.0.1:1"},
    "our address without a port": {"Host": "127.0.0.1"},
    "every address": {"Host": "0.0.0.0:{port}"},
    "no host": {"Host": ""},
    "a foreign origin": {"Origin": "http://evil.example"},
    "an origin at another port": {"Origin": "http://127.0.0.1:1"},
    "an origin of another scheme": {"Origin": "https://127.0.0.1:{port}"},
    "the origin by the other name": {"Origin": "http://localhost:{port}"},
    "no origin that may be told": {"Origin": "null"},
    "a page of another site": {"Sec-Fetch-Site": "cross-site"},
    "another port of this machine": {"Sec-Fetch-Site": "same-site"},
}
PATHS = ["", "preview.js", "events", "places/1.json", "page/1/0.png", "report/1.html", "save/page/1.png", "nothing"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("who", FOREIGN)
def test_who_is_foreign_gets_nothing(shown: PreviewServer, who: str, path: str) -> None:
    given = {name: value.format(port=shown.server_port) for name, value in FOREIGN[who].items()}
    reply = ask(shown.address, path, headers=given)
    assert (reply.status, reply.body) == (403, b"Forbidden")
    posted = opened(shown.address, {"place": 0}, **given)
    assert posted.status == 403
    assert not (folder_of(shown) / "opened.txt").exists()


@pytest.mark.parametrize(
    "token", ["", "x", "{token}x", "{short}", "TOKEN", "{token}%00", "é", "../{token}", "x/{token}"]
)
@pytest.mark.parametrize("path", PATHS)
def test_without_the_token_nothing_is_there(shown: PreviewServer, token: str, path: str) -> None:
    spelt = token.format(token=shown.token, short=shown.token[:-1]).encode().decode("latin-1")
    with socket.create_connection(("127.0.0.1", shown.server_port), timeout=20) as client:
        line = f"GET /{spelt}/{path} HTTP/1.1\r\nHost: 127.0.0.1:{shown.server_port}\r\nConnection: close\r\n\r\n"
        client.sendall(line.encode("latin-1"))
        assert client.recv(12) == b"HTTP/1.1 403"


def test_two_hosts_are_none(shown: PreviewServer) -> None:
    host = f"127.0.0.1:{shown.server_port}"
    path = urlsplit(shown.address).path
    for hosts in ((host, "evil.example"), ("evil.example", host), (host, host)):
        lines = "".join(f"Host: {each}\r\n" for each in hosts)
        with socket.create_connection(("127.0.0.1", shown.server_port), timeout=20) as client:
            client.sendall(f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode())
            assert client.recv(12) == b"HTTP/1.1 403"


def test_a_post_needs_our_origin(shown: PreviewServer) -> None:
    assert opened(shown.address, {"place": 0}, Origin="").status == 403


def test_by_the_other_name_it_is_ours_too(shown: PreviewServer) -> None:
    host = f"localhost:{shown.server_port}"
    assert ask(shown.address, headers={"Host": host, "Sec-Fetch-Site": "none"}).status == 200
    assert opened(shown.address, {"place": 10**6}, Host=host, Origin=f"http://{host}").status == 200


@pytest.mark.parametrize(("port", "is_ours"), [(80, True), (8080, False)])
@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_the_usual_port_is_not_named(port: int, is_ours: bool, name: str) -> None:
    headers = Message()
    headers["Host"], headers["Origin"] = name, f"http://{name}"
    assert is_own(headers, port, changes=True) is is_ours


NOTHING = [
    "nothing", "events/", "index.html", "client/index.html", "places/99.json", "places/x.json", "page/1/0.png",
    "page/0/00.png", "page/1/../../x.png", "report/99.html", "save/page/9.png", "save/page/0.png",
    "save/chart/none.svg", "save/report.pdf", "../preview.js", "..%2f..%2fetc/passwd", "preview.py",
    "%70review.js", "open",
]  # fmt: skip


@pytest.mark.parametrize("path", NOTHING)
def test_what_is_not_there(shown: PreviewServer, path: str) -> None:
    reply = ask(shown.address, path)
    assert (reply.status, reply.body) == (404, b"Not Found")


def test_only_our_page_posts_and_only_to_open(shown: PreviewServer) -> None:
    origin = f"http://127.0.0.1:{shown.server_port}"
    for path in ("", "events", "nothing", "open/"):
        assert ask(shown.address, path, "POST", b"{}", {"Origin": origin}).status == 404
    for method in ("PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "CONNECT"):
        assert ask(shown.address, "open", method, headers={"Origin": origin}).status == 501


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": ""}, 415),
        ({"Content-Length": "10001"}, 413),
        ({"Content-Length": "-1"}, 411),
        ({"Content-Length": "1e3"}, 411),
        ({"Transfer-Encoding": "chunked"}, 411),
    ],
)
def test_what_is_sent_is_json_and_short(shown: PreviewServer, headers: dict[str, str], status: int) -> None:
    assert opened(shown.address, {"place": 0}, **headers).status == status


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"place": "0"}', b'{"place": 1.5}', b"\xff", b'{"finding": 0}'])
def test_what_is_no_question(shown: PreviewServer, body: bytes) -> None:
    headers = {"Origin": f"http://127.0.0.1:{shown.server_port}", "Content-Type": "application/json"}
    assert ask(shown.address, "open", "POST", body, headers).status == 400


@pytest.mark.parametrize("begin", ["Content-Length: 30", "Transfer-Encoding: chunked"])
def test_what_is_sent_with_a_question_is_no_second_question(shown: PreviewServer, begin: str) -> None:
    head = f"GET {urlsplit(shown.address).path} HTTP/1.1\r\nHost: 127.0.0.1:{shown.server_port}\r\n"
    with socket.create_connection(("127.0.0.1", shown.server_port), timeout=20) as client:
        client.sendall(f"{head}{begin}\r\n\r\n{head}\r\n".encode())
        client.settimeout(20)
        said = b""
        while part := _received(client):
            said += part
    assert said.startswith(b"HTTP/1.1 400")
    assert said.count(b"HTTP/1.1 ") == 1


def _received(client: socket.socket) -> bytes:
    try:
        return client.recv(65_536)
    except ConnectionResetError:
        return b""


def test_what_goes_with_every_answer(shown: PreviewServer) -> None:
    state = _state(shown)
    paths = ["", "preview.js", "nothing", "report/1.html", "places/1.json", f"page/1/{state['pages'][0]['digest']}.png"]
    for reply in [
        *(ask(shown.address, path) for path in paths),
        ask(shown.address, "/x/"),
        ask(shown.address, "", "PUT"),
    ]:
        told = reply.headers
        assert told["X-Content-Type-Options"] == "nosniff"
        assert told["Referrer-Policy"] == "no-referrer"
        assert told["Cross-Origin-Resource-Policy"] == "same-origin"
        assert told["X-Frame-Options"] == "SAMEORIGIN"
        assert told["Content-Security-Policy"].startswith("default-src 'none'")
        assert not [name for name in told if name.lower().startswith("access-control")]
        is_picture = told["Content-Type"] == "image/png"
        assert told["Cache-Control"] == ("private, max-age=3600, immutable" if is_picture else "no-store")
        assert "Python" not in told["Server"]


def _state(shown: PreviewServer) -> dict[str, object]:
    with following(shown.address) as follower:
        return dict(follower.checked())


# --- What it answers ----------------------------------------------------------------------------------


def test_our_own_page(shown: PreviewServer) -> None:
    page = ask(shown.address)
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"preview.js" in page.body
    for name, kind in (("preview.js", "text/javascript"), ("preview.css", "text/css")):
        assert ask(shown.address, name).headers["Content-Type"].startswith(kind)


def test_the_state(shown: PreviewServer) -> None:
    state = _state(shown)
    assert (state["build"], state["name"], state["title"]) == (1, "proef 2020-05", "Proef")
    assert (state["busy"], state["faulty"], state["checked"], state["ended"]) == (False, False, True, False)
    assert state["charts"] == [{"id": "naar-land", "label": "Figuur 1: Naar land"}]
    assert [(page["width"], page["height"]) for page in state["pages"]] == [(595.2755905511812, 841.8897637795277)]
    assert state["places"] == len(json.loads(ask(shown.address, "places/1.json").body)["places"])


def test_the_places_lead_to_the_files(shown: PreviewServer) -> None:
    told = json.loads(ask(shown.address, "places/1.json").body)
    figure = next(place for place in told["places"] if place["text"] == "341")
    layout = (folder_of(shown) / "layouts" / "proef.yaml").read_text().splitlines()
    assert layout[figure["line"] - 1][figure["column"] - 1 :].startswith("aanvragen }}")
    data = (folder_of(shown) / "data" / "2020-05.yaml").read_text().splitlines()
    given = figure["origin"][0]
    assert data[given["line"] - 1][given["column"] - 1 :] == given["value"] == "341"
    assert {area[5] for area in told["areas"]} <= {*range(len(told["places"]))}


@pytest.mark.parametrize(
    ("query", "width"),
    [
        ("", 900), ("?width=300", 300), ("?width=1", 100), ("?width=99999", 4000), ("?width=x", 900),
        ("?width=-5", 900), ("?&a=&b=&c=&d=&e=&width=300", 900),
    ],
)  # fmt: skip
def test_a_page_is_a_picture_of_that_width(shown: PreviewServer, query: str, width: int) -> None:
    digest = _state(shown)["pages"][0]["digest"]  # type: ignore[index]
    reply = ask(shown.address, f"page/1/{digest}.png{query}")
    assert reply.headers["Content-Type"] == "image/png"
    assert struct.unpack(">I", reply.body[16:20]) == (width,)
    assert ask(shown.address, f"page/1/{'0' * 24}.png{query}").status == 404


def test_the_page_for_the_web_leads_to_places(shown: PreviewServer) -> None:
    reply = ask(shown.address, "report/1.html")
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"data-plek=" in reply.body
    assert "frame-ancestors 'self'" in reply.headers["Content-Security-Policy"]
    assert "script-src" not in reply.headers["Content-Security-Policy"]


def test_a_page_and_a_chart_can_be_saved(shown: PreviewServer) -> None:
    page = ask(shown.address, "save/page/1.png")
    assert page.body.startswith(b"\x89PNG")
    assert page.headers["Content-Disposition"] == 'attachment; filename="proef-2020-05-pagina-1.png"'
    chart = ask(shown.address, "save/chart/naar-land.svg")
    assert chart.body.startswith(b"<svg")
    assert b"Naar land" in chart.body
    assert chart.headers["Content-Disposition"] == 'attachment; filename="proef-2020-05-naar-land.svg"'


def test_a_chart_of_a_build_that_is_not_checked_is_not_saved(
    shown: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The builder draws of its last build, which may have come since it was looked whether it may be saved."""
    session, draw = shown.session, shown.workshop.draw

    def drawn(id: str, patience: float) -> str | None:
        assert session.good is not None
        monkeypatch.setattr(session, "_made", replace(session.good, number=99))
        return draw(id, patience)

    monkeypatch.setattr(shown.workshop, "draw", drawn)
    reply = ask(shown.address, "save/chart/naar-land.svg")
    assert (reply.status, reply.body) == (409, b"het rapport is intussen vernieuwd: bewaar nog eens")


def test_a_place_opens_in_the_editor(shown: PreviewServer) -> None:
    told = json.loads(ask(shown.address, "places/1.json").body)["places"]
    number = next(number for number, place in enumerate(told) if place["text"] == "341")
    target = folder_of(shown) / "opened.txt"
    for asked, name, at in (
        ({"place": number}, "layouts/proef.yaml", told[number]),
        ({"place": number, "input": 0}, "data/2020-05.yaml", told[number]["origin"][0]),
    ):
        target.unlink(missing_ok=True)
        assert json.loads(opened(shown.address, asked).body) == {"opened": True}
        until = time.monotonic() + 20
        while not target.exists() or target.read_text().count("\n") < 2:
            assert time.monotonic() < until
            time.sleep(0.02)
        assert target.read_text().split("\n") == [str(folder_of(shown) / name), str(at["line"]), str(at["column"])]
    target.unlink()


@pytest.mark.parametrize(
    "asked",
    [{}, {"place": -1}, {"place": 10**9}, {"place": 0, "input": 10**9}, {"place": 0, "input": -1}],
)
def test_what_is_no_place_opens_nothing(shown: PreviewServer, asked: object) -> None:
    assert json.loads(opened(shown.address, asked).body) == {"message": "deze plaats staat in geen bestand"}


def test_a_finding_that_is_gone_opens_nothing(shown: PreviewServer) -> None:
    said = json.loads(opened(shown.address, {"finding": {"file": "layouts/proef.yaml", "line": 1, "column": 1}}).body)
    assert said == {"message": "deze melding is er niet meer"}


def test_a_place_of_another_build_opens_nothing(shown: PreviewServer) -> None:
    said = json.loads(opened(shown.address, {"place": 0, "build": 99}).body)
    assert said == {"message": "het rapport is intussen vernieuwd: klik nog eens"}


# --- Who is slow or greedy ----------------------------------------------------------------------------


def test_who_is_slow_is_left(shown: PreviewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also who goes on sending a byte now and then; others are answered meanwhile."""
    monkeypatch.setattr(serving, "IN_TIME", 1.0)
    with socket.create_connection(("127.0.0.1", shown.server_port), timeout=20) as client:
        began = time.monotonic()
        while time.monotonic() - began < 20 and _is_open(client):
            time.sleep(0.1)
        assert time.monotonic() - began < 15
    assert ask(shown.address).status == 200


def _is_open(client: socket.socket) -> bool:
    try:
        client.sendall(b"G")
    except OSError:
        return False
    return True


def test_who_takes_all_connections_gets_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "AT_ONCE", 3)
    monkeypatch.setattr(serving, "IN_TIME", 2.0)
    with preview(Task("proef", "2020-05", str(project(tmp_path)))) as server:
        taken = [socket.create_connection(("127.0.0.1", server.server_port), timeout=20) for _ in range(3)]
        time.sleep(0.5)
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as one_more:
            assert one_more.recv(1) == b""
        for each in taken:
            each.close()
        until = time.monotonic() + 20
        while True:
            try:
                assert ask(server.address).status == 200
                break
            except OSError:
                assert time.monotonic() < until


def test_a_taken_port(shown: PreviewServer, tmp_path: Path) -> None:
    with pytest.raises(PortTaken), preview(Task("proef", "2020-05", str(tmp_path)), port=shown.server_port):
        pass


def test_it_listens_to_this_machine_only(shown: PreviewServer) -> None:
    assert shown.server_address[0] == "127.0.0.1"
