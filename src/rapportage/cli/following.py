"""`build --volg`: the report is made again on every save, with one line each, until Ctrl-C."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from threading import Event
from time import perf_counter

import click

from rapportage.cli.interrupts import end_if_interrupted, until_interrupted
from rapportage.cli.orders import Done, Order, carry_out
from rapportage.cli.shared import show
from rapportage.diagnostics import render
from rapportage.document.normal import is_path
from rapportage.input.files import HTML, MANIFEST, PDF, WORKBOOK
from rapportage.memory import Memory


def follow(order: Order, shape: str) -> None:
    """Carries out the order now and on every save; what was made last stays while files hold a fault.

    Faults are shown in that `shape`, and what is doubtful is counted.
    """
    from rapportage.figures.words.lists import enumeration
    from rapportage.preview.watching import watch

    memory, last = Memory(), ""
    named = [Path(name) for name in (order.request.layout, order.request.period) if is_path(name)]
    with until_interrupted():
        for _ in watch(order.request.folder, more=named, without=_outputs(order), stop=Event()):
            began = perf_counter()
            done = carry_out(order, memory)
            end_if_interrupted()
            now = f"{datetime.now():%H:%M:%S}"
            if shape == "json" or not done.names:
                show(done.findings, shape)
            if done.names:
                took = round((perf_counter() - began) * 1000)
                last = f"{enumeration(done.names)} {'is' if len(done.names) == 1 else 'zijn'} die van {now}"
                click.echo(f"{now} {enumeration(done.names)}: {done.counts}, in {took} ms", err=True)
            else:
                click.echo(f"{now} niet gemaakt: {_faults(done, last)}", err=True)
            del done
            gc.collect()  # which a command that ends soon has no need of


def _faults(done: Done, last: str) -> str:
    counted = render.summary(done.findings)
    return f"{counted}; {last}" if last else counted


def _outputs(order: Order) -> Sequence[Path]:
    """What the order writes outside `build`, which is no reason to carry it out again."""
    if order.output is None:
        return ()
    where = order.where(order.output)
    beside = [where.sibling(suffix) for suffix in (PDF, HTML, WORKBOOK, MANIFEST)]
    return [where.path, *beside, *([where.pages] if where.pages else [])]
