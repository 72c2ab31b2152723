"""The command `build`: a report in the forms that are asked, and what comes beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from rapportage.cli.dutch import Command, LoneAddress, LoneOrigins, NoAddress, OtherForm, UnknownForm, UnknownForms
from rapportage.cli.following import follow
from rapportage.cli.forms import is_folder
from rapportage.cli.orders import SUFFIXES, Order, carry_out
from rapportage.cli.shared import cli, finish, may_run_code, request_options
from rapportage.input.files import DEFAULT_FOLDER, HTML, PDF

if TYPE_CHECKING:
    from rapportage.pipeline import Form


@cli.command(cls=Command)
@request_options("--messages")
@click.option(
    "--vorm",
    "forms",
    callback=lambda context, parameter, value: several(value, context),
    metavar="VORM",
    help="pdf, html, html-map (een map met een pagina per hoofdstuk), of meer: pdf,html. "
    "[standaard: naar de naam van BESTAND, anders pdf]",
)
@click.option(
    "--adres",
    "address",
    metavar="URL",
    callback=lambda context, parameter, value: _address(value, context),
    help="Waar de map van html-map op internet komt, voor de zoekmachines.",
)
@click.option("--concept", "draft", is_flag=True, help="Een concept, ook als er nog cijfers ontbreken.")
@click.option(
    "--bijlagen", "attachments", is_flag=True, help="De cijfers erbij: als csv in de pdf, en als .ods ernaast."
)
@click.option(
    "--herkomst",
    "origins",
    is_flag=True,
    help="In html: bij elke alinea, tabel en grafiek waar de cijfers vandaan komen.",
)
@click.option(
    "--manifest", is_flag=True, help="Een bestand ernaast dat zegt waarvan en waarmee het rapport is gemaakt."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help=f"Waar het rapport komt. [standaard: {DEFAULT_FOLDER}/LAYOUT-PERIODE.pdf in het project]",
)
@click.option(
    "--volg", "follows", is_flag=True, help="Maakt het rapport opnieuw bij elke keer opslaan, tot u op Ctrl-C drukt."
)
def build(
    layout: str,
    periode: str,
    project: Path,
    peildatum: str | None,
    messages: str,
    strict: bool,
    forms: tuple[Form, ...] | None,
    address: str,
    draft: bool,
    attachments: bool,
    origins: bool,
    manifest: bool,
    output: Path | None,
    follows: bool,
) -> None:
    """Maakt het rapport van LAYOUT over PERIODE, als pdf of html: namen (kerncijfers 2020-05) of paden."""
    forms = _forms(forms, output)
    if address and "html-map" not in forms:
        raise LoneAddress("--adres", click.get_current_context())
    if origins and not {"html", "html-map"} & {*forms}:
        raise LoneOrigins("--herkomst", click.get_current_context())
    from rapportage.pipeline import BuildRequest

    request = BuildRequest(layout, periode, project, peildatum, draft, attachments, may_run_code(), origins)
    order = Order(request, forms, output, address, manifest, strict)
    if follows:
        follow(order, messages)
        return
    done = carry_out(order)
    if done.names:
        from rapportage.figures.words.lists import enumeration

        click.echo(f"{enumeration(done.names)}: {done.counts}", err=True)
    finish(done.findings, messages)


def several(
    value: str | None, context: click.Context, known: Sequence[Form] = tuple(SUFFIXES)
) -> tuple[Form, ...] | None:
    """The forms that an option names, with commas between them; each counts once.

    Raises:
        click.UsageError: one of them is no form of a report.
    """
    if value is None:
        return None
    asked = list(dict.fromkeys(each.strip() for each in value.split(",")))
    forms = tuple(form for each in asked for form in known if form == each)
    if len(forms) < len(asked):
        raise UnknownForms("--vorm", known, context)
    return forms


def _address(value: str | None, context: click.Context) -> str:
    """Where a site comes, as the begin of the address of each page.

    Raises:
        click.UsageError: it is no address on the web.
    """
    if value is None:
        return ""
    if not _is_address(value):
        raise NoAddress("--adres", value, context)
    return value if value.endswith("/") else f"{value}/"


def _is_address(value: str) -> bool:
    """Whether it is a place on the web that everyone may know: without a password, on one line."""
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:  # '[x', ':abc'
        return False
    is_plain = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    return bool(is_plain) and "@" not in parts.netloc and not re.search(r"[\s\"'<>\\^`{|}]", value)


def _forms(asked: tuple[Form, ...] | None, output: Path | None) -> tuple[Form, ...]:
    """The forms that are asked, that of the file first: by its name where nothing else says it.

    Raises:
        click.UsageError: the file has a name of another form than the option says, or of none.
    """
    context = click.get_current_context()
    if output is None or is_folder(output):  # what is wrong with a folder is reported later
        return asked or ("pdf",)
    named = next((form for form, suffix in SUFFIXES.items() if suffix == output.suffix.lower()), None)
    if named == "html-map" and asked is None:  # a name without an ending says nothing
        named = None
    if named is None and asked and "html-map" in asked:  # a folder may have any name
        named = "html-map"
    if named is None:
        raise UnknownForm(str(output), (PDF, HTML), context)
    if asked is not None and named not in asked:
        raise OtherForm(str(output), "--vorm", ",".join(asked), context)
    return (named, *(form for form in asked or () if form != named))
