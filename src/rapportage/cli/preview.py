"""The command `preview`: a report in the browser, that follows every save."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import click

from rapportage.cli.dutch import Command, NoEditor, TakenPort
from rapportage.cli.interrupts import until_interrupted
from rapportage.cli.shared import cli, may_run_code, request_options
from rapportage.cli.streams import say

LOOK = 0.5
"""Seconds between looks at whether the builder still works."""


@cli.command(cls=Command)
@request_options()
@click.option("--concept", "draft", is_flag=True, help="Een concept, ook als er nog cijfers ontbreken.")
@click.option(
    "--poort",
    "port",
    type=click.IntRange(1, 65_535),
    metavar="N",
    help="De poort op deze computer. [standaard: een die vrij is]",
)
@click.option("--geen-browser", "is_quiet", is_flag=True, help="Toont alleen het adres.")
@click.option(
    "--editor",
    metavar="OPDRACHT",
    help="Waarmee een klik een bestand opent: vscode, of een opdracht met {bestand}, {regel} en {kolom}. "
    "[standaard: $VISUAL of $EDITOR, als die een venster heeft]",
)
def preview(
    layout: str,
    periode: str,
    project: Path,
    peildatum: str | None,
    draft: bool,
    port: int | None,
    is_quiet: bool,
    editor: str | None,
) -> None:
    """Toont het rapport van LAYOUT over PERIODE in de browser, en volgt alles wat u opslaat. Ctrl-C sluit het af."""
    from rapportage.preview.editors import chosen
    from rapportage.preview.messages import Task
    from rapportage.preview.running import preview as running
    from rapportage.preview.server import PortTaken

    gc.enable()  # which a command does without, and this one stays
    try:
        opener = chosen(editor)
    except ValueError:
        raise NoEditor("--editor", click.get_current_context()) from None
    task = Task(layout, periode, str(project), peildatum, draft, may_run_code())
    with until_interrupted():
        try:
            with running(task, port=port or 0, editor=opener, say=_tell) as server:
                _shown(server.address, with_browser=not is_quiet)
                while True:
                    Event().wait(LOOK)
                    server.workshop.look()
        except PortTaken:
            raise TakenPort(port or 0, click.get_current_context()) from None


def _shown(address: str, *, with_browser: bool) -> None:
    say(f"{address}\nCtrl-C sluit het voorbeeld af.")
    sys.stdout.flush()
    if with_browser:
        _open(address)


def _tell(line: str) -> None:
    """A line for the terminal, where that is still there."""
    with suppress(OSError, ValueError):
        say(line, err=True)


def _open(address: str) -> None:
    """In the browser of the user, if there is a screen to show it on."""
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & {*os.environ}:
        return
    import webbrowser

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
