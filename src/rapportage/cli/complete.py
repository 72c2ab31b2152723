"""What a shell completes: the commands, their options, and the names of the layouts and periods of the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapportage.input.files import LEVERINGEN, PROVENANCE, FileFault, exists, names_in

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

ASKED = "_RAPPORTAGE_COMPLETE"
"""What the shell asks, as an environment variable: 'bash_source', 'bash_complete', and so for zsh and fish."""
LAYOUTS, PERIODS = "layouts", "data"
_SUFFIX = ".yaml"


def is_project(folder: Path) -> bool:
    """Whether there is anything to make a report of."""
    return any(exists(folder / name, None) for name in (LAYOUTS, PERIODS))


def complete_if_asked(cli: click.Group) -> int | None:
    """Answers the shell and gives the exit code; None when it asked nothing. What can't be parsed has no answer."""
    asked = os.environ.get(ASKED)
    if not asked:
        return None
    from click.shell_completion import shell_complete

    try:
        return shell_complete(cli, {}, "rapportage", ASKED, asked)
    except click.ClickException:
        return 1


def layouts(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The layouts of the project, or a path."""
    return _named(context, LAYOUTS, begun)


def periods(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The periods of the project, or a path."""
    return _named(context, PERIODS, begun)


def leveringen(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The leveringen of the project, or a path."""
    return _named(context, LEVERINGEN, begun)


def pairs(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Layouts and periods by turns."""
    given = context.params.get(parameter.name or "") or ()
    return _named(context, PERIODS if len(given) % 2 else LAYOUTS, begun)


def layout_and_periods(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """A layout, and then periods; files before those are paths."""
    given = context.params.get(parameter.name or "") or ()
    names = [name for name in given if not name.endswith((".pdf", ".json"))]
    return _named(context, PERIODS if names else LAYOUTS, begun)


def _named(context: click.Context, folder: str, begun: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    if begun.startswith((".", "~")) or "/" in begun:
        return [CompletionItem(begun, type="file")]
    project = context.params.get("project") or Path()
    try:
        paths = names_in(project / folder, f"*{_SUFFIX}", project)
        names = [path.stem for path in paths if not path.name.endswith(PROVENANCE)]
    except FileFault:
        return []
    return [CompletionItem(name) for name in names if name.startswith(begun)]
