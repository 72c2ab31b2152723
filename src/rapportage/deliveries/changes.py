"""What an import changes in a period file: figures, series and sources that are not there yet, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from rapportage.deliveries.described import described
from rapportage.deliveries.grid import place
from rapportage.deliveries.imported import ImportedFigure, Levering
from rapportage.deliveries.merging import Merge, NoPlace
from rapportage.deliveries.yaml_text import number_or_quoted, quoted
from rapportage.diagnostics import Findings, Span
from rapportage.diagnostics.suggestion import nearest
from rapportage.figures.parts import Part, dimensions_of
from rapportage.input.loading import load_bytes
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar
from rapportage.input.loading.nodes import Sequence as List
from rapportage.input.next_period.comments import revisions_asked
from rapportage.input.next_period.editor import Editor
from rapportage.input.specs.delivery import ImportedSeries
from rapportage.input.specs.provenance import figure_path, same, scalars_by_path

Path = tuple[str, ...]


class Changes(Struct):
    """The changes to one period file; what stands in their way is reported, and then nothing may be written."""

    node: Mapping
    delivered: str
    """The delivered file, as messages call it."""
    findings: Findings
    replaces: bool = False
    """Whether a figure that is another in the delivery is replaced."""
    instead: str = ""
    """What to do where that is not to be done; '' where `--vervang` does it."""
    merge: Merge = field(default=None)  # type: ignore[assignment]  # it is made of the node, just below
    written: dict[Path, str] = field(default_factory=dict)
    """What is to be read at each path afterwards."""
    gone: set[Path] = field(default_factory=set)
    replaced: int = 0
    _scalars: dict[Path, Scalar] = field(default_factory=dict)
    _bare: dict[str, list[str]] = field(default_factory=dict)
    """By series, the breakdowns of which no part is left."""
    is_whole: bool = True
    """False where anything is in the way, which was reported."""

    def __post_init__(self) -> None:
        self.merge = Merge(self.node, Editor(self.node.span.file.text))
        self._scalars = dict(scalars_by_path(self.node))

    # --- Figures ----------------------------------------------------------------------------------

    def figure(self, figure: ImportedFigure, above: Path = ("cijfers",)) -> None:
        """Writes a figure where there is none; one that is another is a difference."""
        path = (*above, figure.series, *figure_path(self._at((*above, figure.series)), figure.part))
        found = self._scalars.get(path)
        if found is not None and found.kind is not Kind.EMPTY:
            if same(found.text, figure.text):
                return
            if not self.replaces:
                self._differs(figure, found)
                return
            self.replaced += 1
        self._put(path, figure.text, figure.text)

    def restate(self, figure: ImportedFigure, above: Path, source: str) -> None:
        """Writes a figure of an earlier period as it is now, with the source that says so."""
        self.figure(figure, above)
        self.fill((*above, figure.series, "bron"), source)
        asked = revisions_asked(self.merge.editor.text)
        if asked is not None and (*asked, "") not in self.merge.editor.changes:
            self.merge.editor.changes.append((*asked, ""))

    def _differs(self, figure: ImportedFigure, found: Scalar) -> None:
        where = place(self.delivered, figure.sheet, figure.cell)
        name = f"{figure.series}, {figure.part.label or 'totaal'}"
        message = f"{name}: hier staat {found.text}, en in {where} staat {figure.text}"
        hint = f"kijk welke van de twee klopt; {self.instead or 'met --vervang komt het cijfer van de levering hier'}"
        self._fault("I501", message, found.span, hint)

    def same_parts(self, series: str, breakdown: str, figures: Sequence[ImportedFigure], *, is_complete: bool) -> None:
        """Refuses parts that the breakdown here does not have, and empty ones here that the delivery does not have."""
        here = dict(self._parts_here(series, breakdown))
        dimensions = dimensions_of(breakdown)
        given = {each.part.names: each for each in figures if each.part.dimensions == dimensions}
        if not here or not given:
            return
        gone = [names for names, (_, value) in here.items() if names not in given and value.kind is Kind.EMPTY]
        known = ["; ".join(names) for names in here if names not in given]
        for names, figure in given.items():
            if names not in here:
                said = "; ".join(names)
                where = place(self.delivered, figure.sheet, figure.cell)
                message = f"{where}: '{said}' is nieuw in {series} naar {breakdown}"
                like = nearest(said, known)
                hint = (
                    f"bedoelt u '{like}'? Schrijf dan bij de levering 'namen: {{{said}: {like}}}'; anders "
                    if like
                    else ""
                )
                hint += f"zet '{said}:' in {self.node.span.path}, of schrijf 'wisselt: ja' bij {breakdown}"
                self._fault("I508", message, figure.asked, hint)
        for names in gone if is_complete else ():
            said = "; ".join(names)
            message = f"{series}, {said}: dit onderdeel wordt verwacht, en staat niet in {self.delivered}"
            hint = f"haal het weg als het er niet meer is, of schrijf 'wisselt: ja' bij {breakdown}"
            self._fault("I508", message, here[names][0].span, hint)

    def _parts_here(self, series: str, breakdown: str) -> Iterator[tuple[Path, tuple[Scalar, Scalar]]]:
        """The names of the parts that a breakdown has now, with the key and the figure of each."""
        node = self._at(("cijfers", series, "naar"))
        dimensions = dimensions_of(breakdown)
        for key, value in node.entries if isinstance(node, Mapping) else ():
            if dimensions_of(key.text) == dimensions and isinstance(value, Mapping):
                yield from _leaves(value, ())

    def left_over(self, series: str, breakdown: str, figures: Sequence[ImportedFigure]) -> None:
        """Takes out the empty parts of a breakdown that the delivery does not have; warns of those that are filled."""
        here = self._at(("cijfers", series, "naar"))
        if not isinstance(here, Mapping):
            return
        dimensions = dimensions_of(breakdown)
        given = {each.part.names for each in figures if each.part.dimensions == dimensions}
        for key, value in here.entries:
            if dimensions_of(key.text) != dimensions or not isinstance(value, Mapping):
                continue
            if not given and self._is_bare(here, key, value):
                self._bare.setdefault(series, []).append(key.text)
            else:
                self._left_over_in(value, ("cijfers", series, "naar", key.text), (), given, len(dimensions))

    def _is_bare(self, owner: Mapping, key: Scalar, breakdown: Mapping) -> bool:
        """Whether nothing was filled in in a breakdown, and nobody wrote a comment in it."""
        is_empty = all(value.kind is Kind.EMPTY for _, (_, value) in _leaves(breakdown, ()))
        return is_empty and not self.merge.has_comment(owner, key)

    def _drop_bare(self) -> None:
        """Takes out breakdowns of which no part is left, and `naar` itself where it has no other."""
        for series, names in self._bare.items():
            above = ("cijfers", series, "naar")
            has_others = set(_texts(self._at(above))) > set(names) or any(path[:3] == above for path in self.written)
            if has_others:
                self.drop(above, names)
            else:
                self.drop(above[:2], ["naar"])
        self._bare = {}

    def _left_over_in(self, node: Mapping, path: Path, names: tuple[str, ...], given: set[Path], depth: int) -> None:
        empty = []
        for key, value in node.entries:
            own = (*names, key.text)
            if len(own) < depth and isinstance(value, Mapping):
                self._left_over_in(value, (*path, key.text), own, given, depth)
            elif own not in given and isinstance(value, Scalar):
                if value.kind is Kind.EMPTY and not self.merge.has_comment(node, key):
                    empty.append(key.text)
                    self.gone.add((*path, key.text))
                else:
                    self._tell_left_over(path[1], own, key.span)
        if empty:
            self.merge.take_out(node, empty)

    def no_longer_given(self, series: str, came: Iterable[Part], figures: Sequence[ImportedFigure]) -> None:
        """Warns of parts that came from the same levering, are filled here, and are not among the figures now."""
        above = ("cijfers", series)
        given = {figure_path(self._at(above), each.part) for each in figures}
        for part in came:
            path = figure_path(self._at(above), part)
            found = self._scalars.get((*above, *path))
            if path not in given and found is not None and found.kind is not Kind.EMPTY:
                self._tell_left_over(series, part.names, found.span)

    def _tell_left_over(self, series: str, names: Sequence[str], span: Span) -> None:
        message = f"{series}, {', '.join(names)}: dit onderdeel staat niet in {self.delivered}"
        self.findings.warning("I502", message, span, "kijk of het cijfer nog klopt")

    # --- Series and sources -----------------------------------------------------------------------

    def series(self, name: str, series: ImportedSeries, source: str, levering: Levering, *, is_new: bool) -> None:
        """Describes a series that is not there; one that is there has to name the source."""
        found = self._at(("cijfers", name))
        if isinstance(found, Mapping):
            self._source_of_series(found, name, source, is_new=is_new)
            return
        key = next(key for table in levering.tables for key in _keys(table.node.get("reeksen")) if key.text == name)
        for what, value in (("titel", series.title), ("eenheid", series.unit)):
            if value is None:
                message = f"de reeks '{name}' is nieuw in {self.node.span.path}, en hier heeft zij geen {what}"
                self._fault("I503", message, key.span, f"schrijf er '{what}: …' bij")
        for key_text, text, written in described(series, source):
            self._put(("cijfers", name, key_text), text, written)

    def _source_of_series(self, found: Mapping, name: str, source: str, *, is_new: bool) -> None:
        here = found.get("bron")
        names = [each for each in (here.items if isinstance(here, List) else (here,)) if isinstance(each, Scalar)]
        if source in [each.text for each in names]:
            return
        may_be_put = isinstance(here, Scalar) and (is_new or self.replaces or here.kind is Kind.EMPTY)
        if here is None or may_be_put:
            self._put(("cijfers", name, "bron"), source, quoted(source))
            return
        said = ", ".join(each.text for each in names)
        message = f"de bron van {name} is hier {said}, en van deze levering {source}"
        hint = f"noem haar bij de reeks (bron: [{said}, {source}]), of geef de levering 'naam: {said}'"
        self._fault("I504", message, here.span, hint)

    def source(self, name: str, said: dict[str, str]) -> None:
        """Describes the source where it is not there; what is there and differs is told."""
        found = self._at(("bronnen", name))
        for key, text in said.items():
            here = found.get(key) if isinstance(found, Mapping) else None
            if isinstance(here, Scalar) and here.kind is not Kind.EMPTY and not self.replaces:
                if here.text != text:
                    message = (
                        f"de {key} van bron {name} is hier '{here.text[:80]}', en volgens de levering '{text[:80]}'"
                    )
                    self._fault(
                        "I505", message, here.span, f"maak ze gelijk{'' if self.instead else ', of gebruik --vervang'}"
                    )
                continue
            if not (isinstance(here, Scalar) and here.text == text):
                self._put(("bronnen", name, key), text, number_or_quoted(text))

    def fill(self, path: Path, text: str) -> None:
        """Writes a value where it is still to be filled in, and only there."""
        found = self._at(path)
        if found is None or (isinstance(found, Scalar) and found.kind is Kind.EMPTY):
            self._put(path, text, number_or_quoted(text))

    def replace(self, path: Path, text: str) -> None:
        self._put(path, text, number_or_quoted(text))

    def drop(self, owner: Path, keys: Sequence[str]) -> None:
        """Takes keys out with all that is under them."""
        node = self._at(owner)
        if isinstance(node, Mapping) and keys:
            for key in keys:
                self.gone |= {path for path in flat(self.node) if path[: len(owner) + 1] == (*owner, key)}
            self.merge.take_out(node, keys)

    # --- The text ---------------------------------------------------------------------------------

    def result(self) -> str | None:
        """The new text, which was read back: None, reported, where it would not be just what was meant."""
        if not self.is_whole:
            return None
        self._drop_bare()
        try:
            text = self.merge.result()
        except NoPlace:
            self._refuse()
            return None
        made = load_bytes(text.encode(), self.node.span.path, Findings())
        if made is None or not made.is_whole:
            self._refuse()
            return None
        before, after = flat(self.node), flat(made)
        meant = {path: said for path, said in before.items() if path not in self.gone and path not in self.written}
        meant |= self.written
        empty = {path for path, said in meant.items() if not said and path not in after}
        if after != {path: said for path, said in meant.items() if path not in empty}:
            self._refuse()
            return None
        return text

    def _fault(self, code: str, message: str, span: Span, hint: str) -> None:
        self.findings.error(code, message, span, hint)
        self.is_whole = False

    def _refuse(self) -> None:
        message = f"{self.node.span.path} kan zo niet worden aangevuld: het heeft een vorm die import niet kent"
        hint = "haal ankers (&, *) en samenvoegingen (<<) weg, of zet elke reeks op eigen regels"
        self._fault("I506", message, self.node.span, hint)

    def _put(self, path: Path, text: str, written: str) -> None:
        try:
            self.merge.put(path, written)
            self.written[path] = text
        except NoPlace:
            message = f"onder {' > '.join(path[:-1])} is hier geen plaats voor '{path[-1]}'"
            self._fault("I506", message, self.node.span, "zet daar sleutels, of laat die sleutel weg")

    def _at(self, path: Path) -> Node | None:
        node: Node | None = self.node
        for key in path:
            node = node.get(key) if isinstance(node, Mapping) else None
        return node


def flat(node: Node) -> dict[Path, str]:
    """Every value of a file by its path of keys."""
    return {path: "" if each.kind is Kind.EMPTY else each.text for path, each in scalars_by_path(node)}


def _leaves(node: Mapping, names: Path) -> Iterator[tuple[Path, tuple[Scalar, Scalar]]]:
    for key, value in node.entries:
        if isinstance(value, Mapping):
            yield from _leaves(value, (*names, key.text))
        elif isinstance(value, Scalar):
            yield (*names, key.text), (key, value)


def _keys(node: Node | None) -> list[Scalar]:
    return [key for key, _ in node.entries] if isinstance(node, Mapping) else []


def _texts(node: Node | None) -> list[str]:
    return [key.text for key in _keys(node)]
