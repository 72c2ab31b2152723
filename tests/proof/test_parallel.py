"""Work beside the main work: the same result, wherever it is done, and no copy that outlives who began it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from rapportage.proof.parallel import ParallelFault, in_parallel


def failing() -> int:
    raise ValueError("a fault of ours")


def test_its_result_comes_back() -> None:
    for number in range(3):
        with in_parallel(lambda number=number: [number] * 100_000) as wait:  # more than a pipe holds
            assert wait()[0] == number


def test_what_it_changes_is_lost() -> None:
    changed: list[int] = []
    with in_parallel(lambda: changed.append(1) or os.getpid()) as wait:
        assert wait() != os.getpid()
    assert changed == []


def test_where_other_threads_are_at_work_no_copy_is_made() -> None:
    """It would have none of them, and wait for ever for what one of them holds."""
    done = Event()
    other = Thread(target=done.wait)
    other.start()
    try:
        with in_parallel(os.getpid) as wait:
            assert wait() == os.getpid()
    finally:
        done.set()
        other.join()


def test_a_fault_is_raised_and_says_where_it_happened(capfd: pytest.CaptureFixture[str]) -> None:
    with in_parallel(failing) as wait, pytest.raises(ValueError, match="a fault of ours") as raised:
        wait()
    assert "in failing" in "".join(raised.value.__notes__)
    assert capfd.readouterr().err == ""


def test_a_copy_that_is_stopped_is_told() -> None:
    with in_parallel(lambda: os.kill(os.getpid(), signal.SIGKILL)) as wait, pytest.raises(ParallelFault):
        wait()


def test_a_copy_that_is_interrupted_interrupts() -> None:
    """As Ctrl-C does, whichever process hears of it first."""
    with in_parallel(lambda: os.kill(os.getpid(), signal.SIGINT)) as wait, pytest.raises(KeyboardInterrupt):
        wait()


def test_without_a_second_processor_it_is_done_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with in_parallel(os.getpid) as wait:
        assert wait() == os.getpid()
    with in_parallel(failing) as wait, pytest.raises(ValueError, match="a fault of ours"):
        wait()


def test_who_leaves_before_the_end_ends_it() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), in_parallel(lambda: time.sleep(60)):
        raise KeyboardInterrupt
    assert time.monotonic() - began < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_copy_says_nothing_when_its_parent_is_gone(number: signal.Signals, tmp_path: Path) -> None:
    """Also one that is busy, and has more to send than a pipe holds."""
    code = (
        "import os, sys, time\n"
        "from rapportage.proof.parallel import in_parallel\n"
        "def work():\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(1)\n"
        "    return 'x' * 1_000_000\n"
        "with in_parallel(work) as wait:\n"
        "    time.sleep(60)\n"
    )
    told = tmp_path / "stderr"
    with (
        told.open("wb") as stderr,
        subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=stderr, start_new_session=True
        ) as parent,
    ):
        assert parent.stdout is not None
        parent.stdout.readline()
        parent.send_signal(number)
        parent.stdout.read()  # until the copy is gone too
    lines = told.read_text(encoding="utf-8").splitlines()
    assert "BrokenPipeError" not in "".join(lines)
    assert lines[-1:] == (["KeyboardInterrupt"] if number == signal.SIGINT else [])


def test_where_no_copy_can_be_made_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none_left)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with in_parallel(os.getpid) as wait:
        assert wait() == os.getpid()
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


def test_who_started_us_may_leave_no_copy_to_wait_for() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with in_parallel(os.getpid) as wait:
            assert wait() != os.getpid()
            time.sleep(0.1)
    finally:
        signal.signal(signal.SIGCHLD, before)
