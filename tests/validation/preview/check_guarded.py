"""What another page in the same browser, or another name for this machine, can do: nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.faults import ROOT
from tests.validation.preview.served import Running, preview, window
from tests.validation.web import parts
from tests.validation.web.opened import QUIET

FOREIGN = "voorbeeld.example"
TRIES = """async (address) => {
  const tried = {};
  const asks = (name, url, given) =>
    fetch(url, given).then((reply) => reply.text()).then((text) => { tried[name] = text; }, () => {});
  const loads = (name, made) => new Promise((done) => {
    made.onload = () => { tried[name] = 'loaded'; done(); };
    made.onerror = done;
    document.body.append(made);
    setTimeout(done, 2000);
  });
  await asks('shell', address);
  await asks('places', `${address}places/1.json`);
  const place = { method: 'POST', body: '{"place": 0}' };
  await asks('open plainly', `${address}open`, place);
  await asks('open', `${address}open`, { ...place, headers: { 'Content-Type': 'application/json' } });
  await loads('script', Object.assign(document.createElement('script'), { src: `${address}preview.js` }));
  await loads('picture', Object.assign(new Image(), { src: `${address}save/page/1.png` }));
  await new Promise((done) => {
    const events = new EventSource(`${address}events`);
    events.addEventListener('state', () => { tried.events = 'told'; done(); });
    events.onerror = done;
  });
  return tried;
}"""


class _Empty(BaseHTTPRequestHandler):
    """A page for which a browser asks nothing more, also no icon."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b'<!DOCTYPE html><link rel="icon" href="data:,"><title>elders</title><body>')

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with preview(ROOT, "kerncijfers", "2020-05") as running:
        yield running


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of a page of another server on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Empty)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_who_has_no_token_gets_nothing(browser, running: Running) -> None:
    context = browser.new_context()
    page = context.new_page()
    for path in ("/", "/events", "/preview.js", "/AAAAAAAAAAAAAAAAAAAAAA/", "/AAAAAAAAAAAAAAAAAAAAAA/places/1.json"):
        reply = page.goto(running.origin + path)
        assert reply is not None
        assert reply.status == 403
    context.close()


def test_another_page_in_the_browser_gets_nothing(browser, running: Running, elsewhere: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(elsewhere)
    statuses: list[int] = []  # as the browser had them, also of what it keeps from the page
    network = context.new_cdp_session(page)
    network.on("Network.responseReceivedExtraInfo", lambda reply: statuses.append(reply["statusCode"]))
    network.send("Network.enable")
    assert page.evaluate(TRIES, running.address) == {}
    assert len(statuses) >= 7
    assert set(statuses) == {403, 501}  # the latter of what asks first whether it may (OPTIONS): no such thing is known
    context.close()


def test_another_page_can_not_show_it_in_a_frame(browser, running: Running, elsewhere: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(elsewhere)
    page.evaluate("(address) => { document.body.innerHTML = `<iframe src='${address}'></iframe>` }", running.address)
    page.wait_for_timeout(1500)
    assert all("preview" not in frame.content() for frame in page.frames)
    context.close()


def test_another_name_for_this_machine_gets_nothing(running: Running, browser) -> None:
    """As in an attack that makes a name of its own lead to this machine."""
    given = [*QUIET, f"--host-resolver-rules=MAP {FOREIGN} 127.0.0.1"]
    other = browser.browser_type.launch(executable_path=parts.browser(), args=given)
    page = other.new_page()
    reply = page.goto(running.address.replace("127.0.0.1", FOREIGN))
    assert reply is not None
    assert reply.status == 403
    other.close()


def test_localhost_is_this_machine(running: Running, browser) -> None:
    local = Running(running.address.replace("127.0.0.1", "localhost"), running.process)
    with window(browser, local) as shell:
        assert shell.page.locator("h1").inner_text() == "kerncijfers 2020-05"


def test_nothing_is_asked_of_another_host(browser, running: Running) -> None:
    with window(browser, running) as shell:
        outside = shell.inside().locator("a[href^=http]").first
        outside.click()
        shell.details.wait_for()
        assert shell.page.locator("iframe").count() == 1
        assert all(url.startswith((running.address, "data:", "blob:")) for url in shell.asked)
