"""The command `init`: a project to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from rapportage.cli.dutch import Command
from rapportage.cli.folders import write_in
from rapportage.cli.shared import cli, finish
from rapportage.diagnostics import Findings


@cli.command(cls=Command)
@click.argument("map", type=click.Path(path_type=Path), default=Path())
def init(map: Path) -> None:
    """Maakt in MAP, of anders in deze map, een klein project dat werkt, om mee te beginnen."""
    from rapportage.input.new_project import BUILD, IGNORED, project_files

    findings = Findings()
    files = project_files()
    written = write_in(map, files, findings, to_be_empty=True)
    if written:
        click.echo("\n".join(f"{map / name} is gemaakt" for name in written), err=True)
        if missing := [name for name in files if name not in written]:
            click.echo(f"{', '.join(missing)} was er al en is niet veranderd; zet er {IGNORED} bij", err=True)
        click.echo("Maak nu de pdf met:", err=True)
        click.echo(f"  {BUILD}" if map == Path() else f"  {BUILD} --project {_quoted(map)}", err=True)
    finish(findings, "long")


def _quoted(path: Path) -> str:
    import shlex

    return shlex.quote(str(path))
