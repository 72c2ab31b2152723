"""An interrupt (Ctrl-C) at any moment: exit code 130, no traceback, and nothing half done."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults import project

AT_AN_IMPORT = """
import signal, sys
import rapportage.__main__ as entry
at, seen = int(sys.argv.pop(1)), 0
class Finder:
    def find_spec(self, name, path=None, target=None):
        global seen
        seen += 1
        print(seen, flush=True)
        if seen == at:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
entry.main()
"""


def interrupted(root: Path, at: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", AT_AN_IMPORT, str(at), "build", "proef", "2020-05", "--project", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_at_an_import(tmp_path: Path) -> None:
    """At the n-th module that is looked for, from the first line of our own on."""
    root = project(tmp_path)
    whole = interrupted(root, 10**9)
    assert whole.returncode == 0, whole.stderr
    count = int(whole.stdout.splitlines()[-1])
    assert count > 100
    last = range(count - 12, count + 1)  # of libraries, some of which swallow it
    for at in sorted({1, 2, 3, 5, *range(1, count, max(1, count // 20)), *last}):
        done = interrupted(root, at)
        assert (done.returncode, done.stderr) == (130, ""), at


def test_at_any_moment(tmp_path: Path) -> None:
    """The earliest that we can be asked is when Python has begun our module; the moments before are not ours."""
    root = project(tmp_path)
    code = "import rapportage.__main__ as entry; print('begonnen', flush=True); entry.main()"
    command = [sys.executable, "-c", code, "build", "proef", "2020-05", "--project", str(root)]
    codes = []
    for delay in range(0, 400, 20):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay / 1000 + 0.002)
            process.send_signal(2)
            told = process.communicate()[1]
        codes.append(process.returncode)
        assert process.returncode in (0, 130), told
        assert "Traceback" not in told
        assert "KeyboardInterrupt" not in told
        left = [each.name for each in (root / "build").glob("*")] if (root / "build").exists() else []
        assert [name for name in left if name != "proef-2020-05.pdf"] == []
    assert 130 in codes


def test_an_interrupt_that_python_drops_is_given_again() -> None:
    code = (
        "import signal, time\n"
        "from rapportage.cli.interrupts import raise_on_interrupt\n"
        "class Finalised:\n"
        "    def __del__(self):\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "raise_on_interrupt()\n"
        "try:\n"
        "    thing = Finalised()\n"
        "    del thing\n"
        "    time.sleep(20)\n"
        "except KeyboardInterrupt:\n"
        "    raise SystemExit(130)\n"
    )
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, time.monotonic() - began < 15) == (130, "", True)


def test_what_is_compiled_is_loaded_first() -> None:
    """A library that gets an exception while it makes its own types ends the process, in many words."""
    code = (
        "import enum, signal, time\n"
        "from rapportage.cli.interrupts import raise_on_interrupt\n"
        "made = enum.EnumType.__new__\n"
        "def interrupted(*given, **named):\n"
        "    enum.EnumType.__new__ = made\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "    return made(*given, **named)\n"
        "raise_on_interrupt()\n"
        "enum.EnumType.__new__ = staticmethod(interrupted)\n"
        "try:\n"
        "    import pikepdf\n"
        "    time.sleep(20)\n"
        "except KeyboardInterrupt:\n"
        "    raise SystemExit(130)\n"
    )
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, time.monotonic() - began < 15) == (130, "", True)


def test_ignored_interrupts_stay_ignored(tmp_path: Path) -> None:
    """As of a command in the background of a shell."""
    root = project(tmp_path)
    line = f'trap "" INT; exec "{sys.executable}" -m rapportage build proef 2020-05 --project "{root}"'
    with subprocess.Popen(["sh", "-c", line], stderr=subprocess.PIPE) as process:
        for _ in range(5):
            time.sleep(0.02)
            process.send_signal(2)
        assert process.wait() == 0


@pytest.mark.parametrize("module", ["rapportage.__main__"])
def test_the_command_begins_with_nothing_heavy(module: str) -> None:
    code = f"import sys; before = set(sys.modules); import {module}; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(eval(done.stdout)) <= {"rapportage", "rapportage.__main__", "signal", "enum", "types", "functools",
                                      "operator", "collections", "reprlib", "keyword", "itertools", "_collections",
                                      "_functools", "_operator", "_weakrefset", "gc"}  # fmt: skip
