"""Click in Dutch: its headings, its help option and its messages about wrong use."""

from __future__ import annotations

from collections.abc import Sequence

import click
from click.formatting import HelpFormatter

from rapportage.diagnostics.suggestion import suggest
from rapportage.input.files.delivery import several

HELP_NAMES = ["-h", "--help"]
WHOLE = 200
"""Characters of what a command does in the list of commands: its whole first sentence."""


def usage_message(error: click.UsageError) -> str:
    """What is wrong with the command line, by the kind of error: Click's own words are English."""
    match error:
        case click.NoSuchOption(option_name=name, ctx=context):
            options = [each for each in (context.command.params if context else []) if isinstance(each, click.Option)]
            known = [name for each in options for name in each.opts]
            return f"de optie {name} bestaat niet; {suggest(name, known)}"
        case click.MissingParameter(param=click.Argument(name=name)):
            return f"er ontbreekt iets: {(name or '').upper()}"
        case click.MissingParameter(param=click.Parameter(opts=names)):
            return f"de optie {names[0]} is nodig"
        case click.BadOptionUsage(option_name=name, ctx=context):
            flags = [each for each in (context.command.params if context else []) if getattr(each, "is_flag", False)]
            if any(name in flag.opts for flag in flags):
                return f"achter de optie {name} hoort geen waarde"
            return f"achter de optie {name} hoort een waarde"
        case click.BadParameter(param=click.Parameter(opts=names, type=click.Choice(choices=choices))):
            return f"bij {names[0]} kan: {', '.join(map(str, choices))}"
        case click.BadParameter(param=click.Parameter(opts=names, type=click.Path())):
            return f"bij {names[0]} hoort een map of bestand dat er is"
        case click.BadParameter(param=click.Parameter(opts=names)):
            return f"de waarde bij {names[0]} kan niet"
        case UnknownCommand(name=name, known=known):
            return f"de opdracht '{name}' bestaat niet; {suggest(name, known)}"
        case UnknownForms(option=option, known=known):
            return f"bij {option} kan: {', '.join(known)}, of meer dan een met een komma ertussen"
        case NoAddress(option=option, address=address):
            return f"bij {option} hoort een adres op internet, zoals https://www.voorbeeld.nl/rapport/: {address}"
        case NoEditor(option=option):
            return f"bij {option} hoort vscode, of een opdracht zoals 'gvim +{{regel}} {{bestand}}'"
        case TakenPort(port=port):
            return f"poort {port} is bezet: noem een andere, of laat --poort weg"
        case LoneAddress():
            return "--adres hoort bij een map met pagina's: --vorm html-map"
        case LoneOrigins():
            return "--herkomst hoort bij html: --vorm html, html-map of pdf,html"
        case UnknownForm(path=path, known=known):
            return f"'{path}' eindigt niet op {several(known)}"
        case OtherForm(path=path, option=option, form=form):
            return f"de naam '{path}' en {option} {form} spreken elkaar tegen"
        case LoneLayout(layout=layout):
            return f"noem bij elke lay-out een periode: {layout} 2020-05"
        case OtherProject(layout=layout, project=project):
            return f"{layout} is van een ander project dan {project}: geef per project een opdracht"
        case LoneForm():
            return f"--vorm {error.message} gaat over een rapport: noem de lay-out en de periode ervan"
        case LoneDay():
            return "--peildatum hoort bij een rapport: check kerncijfers 2020-05 --peildatum …"
    return "zo kan deze opdracht niet: er staat iets te veel, of op de verkeerde plaats"


class UnknownForm(click.UsageError):
    """A file with an ending that says no form in which it can be written; `known` are those that do."""

    def __init__(self, path: str, known: Sequence[str], context: click.Context) -> None:
        super().__init__(path, context)
        self.path = path
        self.known = known


class UnknownForms(click.UsageError):
    """Forms of which one is none that an option takes; `known` are those that it takes."""

    def __init__(self, option: str, known: Sequence[str], context: click.Context) -> None:
        super().__init__(option, context)
        self.option = option
        self.known = known


class NoAddress(click.UsageError):
    """What is no address on the web, where an option takes one."""

    def __init__(self, option: str, address: str, context: click.Context) -> None:
        super().__init__(address, context)
        self.option = option
        self.address = address


class NoEditor(click.UsageError):
    """What is no command to open an editor with."""

    def __init__(self, option: str, context: click.Context) -> None:
        super().__init__(option, context)
        self.option = option


class TakenPort(click.UsageError):
    """A port that another program has, or that may not be used."""

    def __init__(self, port: int, context: click.Context) -> None:
        super().__init__(str(port), context)
        self.port = port


class LoneAddress(click.UsageError):
    """An address without the pages that would come there."""


class LoneOrigins(click.UsageError):
    """Origins without an edition that shows them."""


class OtherForm(click.UsageError):
    """A file with an ending that says another form than was asked."""

    def __init__(self, path: str, option: str, form: str, context: click.Context) -> None:
        super().__init__(path, context)
        self.path = path
        self.option = option
        self.form = form


class LoneLayout(click.UsageError):
    """A layout without a period after it."""

    def __init__(self, layout: str, context: click.Context) -> None:
        super().__init__(layout, context)
        self.layout = layout


class OtherProject(click.UsageError):
    """A layout by its path that is not of the project of the layout before it."""

    def __init__(self, layout: str, project: str, context: click.Context) -> None:
        super().__init__(layout, context)
        self.layout = layout
        self.project = project


class LoneDay(click.UsageError):
    """A day as of which figures are asked, without a report that asks any."""


class LoneForm(click.UsageError):
    """A form in which a report is to be read back, without a report."""


class UnknownCommand(click.UsageError):
    """A command that there is not; `known` are those that there are."""

    def __init__(self, name: str, known: Sequence[str], context: click.Context) -> None:
        super().__init__(name, context)
        self.name = name
        self.known = known


class _Dutch(click.Command):
    """Help with Dutch headings."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # Click's parser leaves it out of some
            raise

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        pieces = ["[OPTIES]" if piece == "[OPTIONS]" else piece for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        if records:
            with formatter.section("Opties"):
                formatter.write_dl([(names, words.replace("[required]", "[verplicht]")) for names, words in records])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toont deze uitleg."
        return option


class Command(_Dutch):
    """A command with Dutch help."""


class Group(_Dutch, click.Group):
    """A group of commands with Dutch help."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[OPTIES]", "OPDRACHT …"]

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl(
                [(name, self.commands[name].get_short_help_str(WHOLE)) for name in self.list_commands(ctx)]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            raise UnknownCommand(args[0], list(self.commands), ctx)
        return super().resolve_command(ctx, args)
