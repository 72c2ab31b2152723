"""What the preview does while files are saved, spoilt, taken away and put back, and while its builder dies."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rapportage.preview import workshop
from rapportage.preview.messages import Answer, Broken, Checked, Faulty, Made, Task
from rapportage.preview.running import preview
from rapportage.preview.server import PreviewServer
from rapportage.preview.session import Spot
from tests.faults import project
from tests.preview.following import PATIENCE, Follower, State, ask, children, following, is_alive, save
from tests.preview.test_messages import ANSWERS

GOOD = ANSWERS[0]
ON_LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="it looks for processes in /proc")


@contextmanager
def shown(folder: Path, layout: str = "proef") -> Iterator[tuple[PreviewServer, Follower, list[str]]]:
    lines: list[str] = []
    task = Task(layout, "2020-05", str(folder))
    with preview(task, say=lines.append) as server, following(server.address) as follower:
        yield server, follower, lines


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def spoilt(state: State) -> bool:
    return bool(state["faulty"] and not state["busy"])


# --- Saving -------------------------------------------------------------------------------------------


def test_a_saved_figure_flashes_and_comes_into_view(tmp_path: Path) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"
    with shown(tmp_path) as (server, follower, _):
        first = follower.checked()
        save(data, data.read_text().replace("totaal: 341", "totaal: 342"))
        second = follower.checked(first["build"])
        assert server.session.good is not None
        places = server.session.good.places
        assert [places[number].text for number in second["changed"]] == ["342"]
        assert second["focus"] == second["changed"][0]
        assert second["pages"][0]["digest"] != first["pages"][0]["digest"]
        picture = f"page/1/{second['pages'][0]['digest']}.png"
        assert ask(server.address, picture).body.startswith(b"\x89PNG")
        assert ask(server.address, f"report/{first['build']}.html").status == 404
        assert b"342" in ask(server.address, f"report/{second['build']}.html").body


def test_a_saved_sentence_comes_into_view(tmp_path: Path) -> None:
    layout = project(tmp_path, text="Er waren {{ aanvragen }}.\n\nEn verder niets.") / "layouts" / "proef.yaml"
    with shown(tmp_path) as (server, follower, _):
        first = follower.checked()
        save(layout, layout.read_text().replace("niets", "heel veel"))
        second = follower.checked(first["build"])
        assert server.session.good is not None
        place = server.session.good.places[second["focus"]]
        assert layout.read_text().splitlines()[place.line - 1].strip() == "En verder heel veel."
        assert second["changed"] == []


def test_what_is_saved_without_a_change_changes_nothing(tmp_path: Path) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"
    with shown(tmp_path) as (_, follower, _):
        first = follower.checked()
        save(data, data.read_text())
        second = follower.checked(first["build"])
        assert (second["focus"], second["changed"], second["pages"]) == (None, [], first["pages"])


def test_the_last_good_page_stays_while_a_file_has_faults(tmp_path: Path) -> None:
    layout = project(tmp_path) / "layouts" / "proef.yaml"
    good = layout.read_text()
    with shown(tmp_path) as (server, follower, lines):
        first = follower.checked()
        save(layout, good.replace("{{ aanvragen }}", "{{ aanvraagen }}"))
        second = follower.until(spoilt)
        assert (second["build"], second["pages"]) == (first["build"], first["pages"])
        (finding,) = second["findings"]
        assert (finding["severity"], finding["file"], finding["line"]) == ("fout", "layouts/proef.yaml", 7)
        assert finding["source"].strip() == "Er waren {{ aanvraagen }}."
        assert second["focus"] == finding["place"] is not None
        path = server.session.finding(Spot(finding["file"], finding["line"], finding["column"]))
        assert path is not None
        assert path[0] == str(layout)
        picture = f"page/1/{second['pages'][0]['digest']}.png"
        assert ask(server.address, picture).status == 200
        save(layout, good)
        third = follower.checked(first["build"])
        assert (third["faulty"], third["findings"], third["pages"]) == (False, [], first["pages"])
    assert "niet bijgewerkt: 1 fout; layouts/proef.yaml:7:19: " in lines[1]


def test_doubts_come_after_the_pages(tmp_path: Path) -> None:
    project(tmp_path, text="Er waren 342 aanvragen in mei 2020.")
    with shown(tmp_path) as (_, follower, lines):
        checked = follower.checked()
        assert {each["severity"] for each in checked["findings"]} == {"waarschuwing"}
        assert all(each["place"] is not None for each in checked["findings"])
        before = [each for each in follower.states if each["build"] and not each["checked"]]
        assert [each["findings"] for each in before[:1]] == [[]]
    assert lines[0].endswith(
        f"ms: 1 pagina, {len(checked['findings'])} waarschuwing" + "en" * (len(checked["findings"]) > 1)
    )


def test_many_saves_at_once_end_with_the_last(tmp_path: Path) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"
    text = data.read_text()
    with shown(tmp_path) as (server, follower, _):
        first = follower.checked()
        for number in range(400, 440):
            save(data, text.replace("totaal: 341", f"totaal: {number}"))
            time.sleep(0.01)
        last = follower.until(
            lambda state: (
                state["checked"]
                and state["build"] > first["build"]
                and server.session.good is not None
                and any(place.text == "439" for place in server.session.good.places)
            )
        )
        assert last["build"] - first["build"] < 40


def test_it_writes_nothing_to_the_project(tmp_path: Path) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"
    with shown(tmp_path) as (server, follower, _):
        first = follower.checked()
        save(data, data.read_text() + "# een opmerking\n")
        before = tree(tmp_path)
        second = follower.checked(first["build"])
        ask(server.address, "save/page/1.png")
        ask(server.address, f"report/{second['build']}.html")
    assert tree(tmp_path) == before


def test_two_previews_at_once(tmp_path: Path) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"
    with shown(tmp_path) as (one, first, _), shown(tmp_path) as (other, second, _):
        builds = first.checked()["build"], second.checked()["build"]
        assert one.server_port != other.server_port
        assert ask(one.address, f"/{other.token}/").status == 403
        save(data, data.read_text().replace("totaal: 341", "totaal: 350"))
        for follower, build, server in ((first, builds[0], one), (second, builds[1], other)):
            follower.checked(build)
            assert server.session.good is not None
            assert any(place.text == "350" for place in server.session.good.places)


# --- What disappears ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["data/2020-05.yaml", "layouts/proef.yaml", "data", "layouts"])
def test_what_disappears_and_comes_back(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path / "project")
    aside = tmp_path / "aside"
    with shown(folder) as (_, follower, _):
        first = follower.checked()
        (folder / name).rename(aside)
        gone = follower.until(spoilt)
        assert gone["pages"] == first["pages"]
        assert gone["findings"][0]["severity"] == "fout"
        aside.rename(folder / name)
        again = follower.checked(first["build"])
        assert (again["faulty"], again["pages"]) == (False, first["pages"])


def test_a_project_that_is_renamed_and_comes_back(tmp_path: Path) -> None:
    """While it is away, that is told, and what it was stays."""
    folder = project(tmp_path / "project")
    with shown(folder) as (_, follower, _):
        first = follower.checked()
        folder.rename(tmp_path / "aside")
        away = follower.until(spoilt)
        assert away["pages"] == first["pages"]
        assert "layouts" in away["findings"][0]["message"], away["findings"]
        (tmp_path / "aside").rename(folder)
        again = follower.checked(first["build"])
        assert (again["faulty"], again["pages"]) == (False, first["pages"])


# --- The builder --------------------------------------------------------------------------------------


def builder_of(server: PreviewServer) -> int:
    process = server.workshop._process
    assert process is not None
    return process.pid


def test_a_builder_that_dies_is_started_anew(tmp_path: Path) -> None:
    """When it has nothing to do, at the next save."""
    data = project(tmp_path) / "data" / "2020-05.yaml"
    with shown(tmp_path) as (server, follower, _):
        first = follower.checked()
        dead = builder_of(server)
        os.kill(dead, signal.SIGKILL)
        time.sleep(0.2)
        save(data, data.read_text().replace("totaal: 341", "totaal: 342"))
        second = follower.checked(first["build"])
        assert second["pages"] != first["pages"]
        assert builder_of(server) != dead


def test_a_builder_that_dies_at_work_is_started_anew_and_then_told(tmp_path: Path) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"
    text = data.read_text()
    with shown(tmp_path) as (server, follower, lines):
        first = follower.checked()
        dead = builder_of(server)
        os.kill(dead, signal.SIGSTOP)
        save(data, text.replace("totaal: 341", "totaal: 342"))
        follower.until(lambda state: state["busy"])
        os.kill(dead, signal.SIGKILL)
        second = follower.checked(first["build"])
        assert (second["faulty"], builder_of(server) != dead) == (False, True)
    assert [line for line in lines if "niet bijgewerkt" in line] == []


def test_a_builder_that_dies_again_and_again_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"
    text = data.read_text()
    with shown(tmp_path) as (server, follower, _):
        first = follower.checked()
        begun: list[Task] = []

        def lost(task: Task) -> subprocess.Popen[bytes]:
            begun.append(task)
            return subprocess.Popen(
                [sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
            )

        with monkeypatch.context() as changed:
            changed.setattr(workshop, "_started", lost)
            os.kill(builder_of(server), signal.SIGSTOP)
            save(data, text.replace("totaal: 341", "totaal: 342"))
            follower.until(lambda state: state["busy"])
            os.kill(builder_of(server), signal.SIGKILL)
            told = follower.until(spoilt)
        assert (len(begun), told["pages"]) == (workshop.TRIES, first["pages"])
        assert told["findings"][0]["message"].startswith("het bouwen is onverwacht gestopt")
        save(data, text.replace("totaal: 341", "totaal: 343"))
        assert follower.checked(first["build"])["faulty"] is False


def test_what_is_asked_during_a_build_is_one_build_after_it(tmp_path: Path) -> None:
    answers: list[Answer] = []
    made = workshop.Workshop(
        Task("proef", "2020-05", str(project(tmp_path))), lambda _: None, lambda each, _: answers.append(each)
    )
    try:
        made.start()
        assert made._process is not None
        os.kill(made._process.pid, signal.SIGSTOP)
        for _ in range(5):
            made.ask()
        os.kill(made._process.pid, signal.SIGCONT)
        until = time.monotonic() + PATIENCE
        while [each.number for each in answers if isinstance(each, Checked)][-1:] != [2]:
            assert time.monotonic() < until
            time.sleep(0.02)
    finally:
        made.end()
    assert [each.number for each in answers if isinstance(each, Made)] == [1, 2]


def test_a_builder_that_hangs_is_ended_and_told(tmp_path: Path) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"
    text = data.read_text()
    with shown(tmp_path) as (server, follower, lines):
        first = follower.checked()
        server.workshop._patience = 0.5
        os.kill(builder_of(server), signal.SIGSTOP)
        save(data, text.replace("totaal: 341", "totaal: 342"))
        follower.until(lambda state: state["busy"])
        time.sleep(0.6)
        server.workshop.look()
        told = follower.until(spoilt)
        assert told["pages"] == first["pages"]
        assert told["findings"][0]["message"].startswith("het bouwen duurde te lang")
        server.workshop._patience = PATIENCE
        save(data, text.replace("totaal: 341", "totaal: 343"))
        assert follower.checked(first["build"])["faulty"] is False
    assert "het bouwen duurde te lang" in lines[1]


def test_where_no_builder_can_be_started_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = project(tmp_path) / "data" / "2020-05.yaml"

    def refused(task: Task) -> subprocess.Popen[bytes]:
        raise OSError(errno.EAGAIN, "")

    with monkeypatch.context() as changed:
        changed.setattr(workshop, "_started", refused)
        with shown(tmp_path) as (_, follower, _):
            told = follower.until(spoilt)
            assert told["findings"][0]["message"].startswith("het bouwen kan niet beginnen")
            changed.undo()
            save(data, data.read_text().replace("totaal: 341", "totaal: 342"))
            assert follower.checked()["faulty"] is False


def test_of_an_earlier_build_only_the_rest_is_heard() -> None:
    heard: list[Answer] = []
    made = workshop.Workshop(Task("proef", "2020-05", ""), lambda _: None, lambda each, _: heard.append(each))
    made._number, made._since = 2, 1.0
    for each in (Faulty(1, (), {}), Broken(1, ""), rest := Checked(1, (), True)):
        made._take(each)
    assert (heard, made._since) == ([rest], 1.0)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ((), ["het nagaan is onverwacht gestopt"]),
        ((Checked(1, (), True),), []),
        ((Broken(1, "het nagaan ging mis"),), ["het nagaan ging mis"]),
    ],
)
def test_a_builder_that_dies_while_it_checks_is_told(known: tuple[Answer, ...], told: list[str]) -> None:
    heard: list[Answer] = []
    made = workshop.Workshop(Task("proef", "2020-05", ""), lambda _: None, lambda each, _: heard.append(each))
    made._number, made._since = 1, 1.0
    for each in (GOOD, *known):
        made._take(each)
    made._died()
    assert [each.reason.partition(";")[0] for each in heard if isinstance(each, Broken)] == told


@ON_LINUX
def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    project(tmp_path)
    before = {*children(os.getpid())}
    with shown(tmp_path) as (_, follower, _):
        follower.until(lambda state: state["build"] > 0)  # its copy is still at work
        assert {*children(os.getpid())} - before
    until = time.monotonic() + PATIENCE
    while {*children(os.getpid())} - before:
        assert time.monotonic() < until
        time.sleep(0.05)


# --- The command --------------------------------------------------------------------------------------


@contextmanager
def command(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command as from a shell, and the address that it tells."""
    words = [
        sys.executable,
        "-m",
        "rapportage",
        "preview",
        "proef",
        "2020-05",
        "--project",
        str(folder),
        "--geen-browser",
    ]
    with subprocess.Popen([*words, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@ON_LINUX
@pytest.mark.parametrize("moment", ["starting", "building", "shown"])
def test_ctrl_c_ends_it_well_and_leaves_no_process(tmp_path: Path, moment: str) -> None:
    project(tmp_path)
    with command(tmp_path) as (process, address):
        begun = children(process.pid)
        if moment == "building":
            time.sleep(0.5)
        if moment == "shown":
            with following(address) as follower:
                follower.checked()
                begun = children(process.pid)
                process.send_signal(signal.SIGINT)
                assert follower.until(lambda state: state["ended"])
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert begun
    assert [pid for pid in begun if is_alive(pid)] == []


@ON_LINUX
def test_the_builder_does_not_outlive_its_server(tmp_path: Path) -> None:
    """Also where that is killed, and can't end anything."""
    project(tmp_path)
    with command(tmp_path) as (process, address), following(address) as follower:
        follower.checked()
        begun = children(process.pid)
        process.kill()
    until = time.monotonic() + PATIENCE
    while [pid for pid in begun if is_alive(pid)]:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    project(tmp_path)
    with command(tmp_path) as (process, address):
        with following(address) as follower:
            follower.checked()
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        assert process.stdout.readline() == "Ctrl-C sluit het voorbeeld af.\n"
        said = process.communicate(timeout=PATIENCE)[1]
    (line,) = said.splitlines()
    assert line[2] == line[5] == ":"
    assert line[8:].startswith(" bijgewerkt in ")
    assert line.endswith(" ms: 1 pagina")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--poort", "0"], "de waarde bij --poort kan niet"),
        (["--poort", "x"], "de waarde bij --poort kan niet"),
        (["--editor", "'"], "bij --editor hoort vscode, of een opdracht"),
        (["--editor", ""], "bij --editor hoort vscode, of een opdracht"),
        (["--strict"], "de optie --strict bestaat niet"),
    ],
)
def test_wrong_use(tmp_path: Path, options: list[str], said: str) -> None:
    with command(project(tmp_path), *options) as (process, address):
        assert address == ""
        assert said in process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 2


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with (
        shown(project(tmp_path)) as (server, _, _),
        command(tmp_path, "--poort", str(server.server_port)) as (process, _),
    ):
        assert f"poort {server.server_port} is bezet" in process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 2
