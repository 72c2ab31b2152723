"""The preview as a whole: the builder, what watches the files, and the server, until it is ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from threading import Event, Thread

from rapportage.document.normal import is_path, short_name
from rapportage.preview.editors import Editor
from rapportage.preview.log import Log
from rapportage.preview.messages import Answer, Task
from rapportage.preview.server import PreviewServer
from rapportage.preview.session import Session
from rapportage.preview.watching import watch
from rapportage.preview.workshop import Workshop


@contextmanager
def preview(
    task: Task, *, port: int = 0, editor: Editor | None = None, say: Callable[[str], None] = lambda _: None
) -> Iterator[PreviewServer]:
    """A preview that follows the files of the project from here on; on leaving, nothing of it is left.

    Raises:
        PortTaken: another program has it, or it may not be used.
    """
    session, log, stop = Session(f"{short_name(task.layout)} {short_name(task.period)}"), Log(say), Event()

    def begin(number: int) -> None:
        log.begin(number)
        session.begin(number)

    def hear(answer: Answer, took: float) -> None:
        log.take(answer, session.take(answer, took))

    workshop = Workshop(task, begin, hear)
    with PreviewServer(port, token_urlsafe(16), session, workshop, editor or Editor()) as server:
        threads = [
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True),
            Thread(target=_follow, args=(task, workshop, stop), daemon=True),
        ]
        try:
            workshop.start()
            for thread in threads:
                thread.start()
            yield server
        finally:
            stop.set()
            session.end()
            workshop.end()
            if threads[0].is_alive():  # else it would wait for ever
                server.shutdown()


def _follow(task: Task, workshop: Workshop, stop: Event) -> None:
    """Asks a build as soon as no change can be missed, and then at every change of a file that matters."""
    folder, more = Path(task.project), [Path(each) for each in (task.layout, task.period) if is_path(each)]
    for _ in watch(folder, more=more, stop=stop):
        workshop.ask()
