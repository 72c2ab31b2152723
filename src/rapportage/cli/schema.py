"""The command `schema`: what the user's files may hold, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from rapportage.cli.dutch import Command
from rapportage.cli.folders import write_in
from rapportage.cli.shared import cli, finish
from rapportage.cli.streams import say
from rapportage.diagnostics import Findings


@cli.command(cls=Command)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Waar de bestanden komen, elk een schema. [standaard: één schema voor alle soorten, op het scherm]",
)
def schema(output: Path | None) -> None:
    """Geeft het JSON-schema van periodebestanden, lay-outs, huisstijlen, lijsten en woorden, voor uw editor."""
    from rapportage.input.schema import as_text, one_schema, schema_files

    findings = Findings()
    if output is None:
        say(as_text(one_schema()), end=False, is_json=True)
    else:
        for name in write_in(output, schema_files(), findings):
            click.echo(f"{output / name} is gemaakt", err=True)
    finish(findings, "long")
