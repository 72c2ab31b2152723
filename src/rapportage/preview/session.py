"""What the browser shows: the last good build, and what is wrong since; each change is told to all who wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from threading import Condition
from time import monotonic

from msgspec import Struct, json
from msgspec.structs import replace

from rapportage.preview import changes
from rapportage.preview.messages import Answer, Broken, Checked, Drawn, Faulty, Made, Note, Picture, Sheet, Web
from rapportage.preview.places import Place


class Listed(Note, frozen=True):
    """A finding, with the nearest place that is shown."""

    place: int | None = None


class Spot(Struct, frozen=True):
    """Where a finding is, by the path that is shown."""

    file: str
    line: int
    column: int


class State(Struct, frozen=True):
    """All that the browser is told at every change; what is larger it asks for."""

    name: str
    build: int = 0
    """The number of the last good build; 0 where there is none yet."""
    title: str = ""
    busy: bool = True
    faulty: bool = False
    """Whether what is shown is of an earlier save than the last, which has faults."""
    checked: bool = False
    """Whether the findings are all there are."""
    ended: bool = False
    pages: tuple[Sheet, ...] = ()
    findings: tuple[Listed, ...] = ()
    focus: int | None = None
    """The place that is being edited."""
    changed: tuple[int, ...] = ()
    """The places of figures that are others than in the build before."""
    milliseconds: int = 0
    time: str = ""
    """When the last good build was there, on the clock of this machine."""
    charts: tuple[Drawn, ...] = ()
    places: int = 0
    """How many places there are: more as soon as the edition for the web is there."""


class Refused(Exception):
    """What was asked can't be given now; the words say why, in Dutch."""


class Session:
    """The state, and what belongs to it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._changed = Condition()
        self._state = State(name)
        self._version = 0
        self._made: Made | None = None
        self._html: bytes | None = None
        self._is_sound: bool | None = None
        """Whether the report may be made as the last good build is; None where that is not known yet."""
        self._files: Mapping[str, str] = {}
        self._answered = 0
        """The number of the last build of which it is known what became of it."""

    # --- What happens ---------------------------------------------------------------------------------

    def begin(self, number: int) -> None:
        """A build was asked; the answer may have come before this is told."""
        with self._changed:
            if number > self._answered:
                self._tell(busy=True)

    def take(self, answer: Answer, took: float) -> State:
        """The builder answered, so many seconds after it was asked; gives the state as it then is."""
        with self._changed:
            if isinstance(answer, Made | Faulty | Broken):
                self._answered = max(self._answered, answer.number)
            match answer:
                case Made():
                    self._take_made(answer, took)
                case Web() | Checked() | Broken() if self._made is not None and answer.number == self._made.number:
                    self._take_rest(answer, self._made)
                case Faulty():
                    self._files = {**self._files, **answer.files}
                    listed = _listed(answer.notes, self._places)
                    focus = next((each.place for each in listed if each.place is not None), None)
                    self._tell(busy=False, faulty=True, checked=True, findings=listed, focus=focus, changed=())
                case Broken():
                    self._tell(busy=False, faulty=True, checked=True, findings=(_ours(answer),), changed=())
                case Web() | Checked() | Picture():
                    pass
            return self._state

    def end(self) -> None:
        """The preview is over: whoever waits is told."""
        with self._changed:
            self._tell(ended=True, busy=False)

    def _take_made(self, made: Made, took: float) -> None:
        before, self._made = self._made, made
        self._html, self._is_sound, self._files = None, None, made.files
        changed = changes.changed(before.places, made.places, made.edits) if before else ()
        self._tell(
            build=made.number,
            title=made.title,
            busy=False,
            faulty=False,
            checked=False,
            pages=made.sheets,
            findings=_listed(made.notes, made.places),
            focus=changes.focus(made.edits, made.places),
            changed=changed,
            milliseconds=round(took * 1000),
            time=datetime.now().strftime("%H:%M:%S"),
            charts=made.charts,
            places=len(made.places),
        )

    def _take_rest(self, answer: Web | Checked | Broken, made: Made) -> None:
        """What is known later of the build that is shown; of a later save that has faults, the findings stay."""
        match answer:
            case Web() if self._html is None:
                self._html = answer.html
                self._made = replace(made, places=(*made.places, *answer.places))
                self._tell(places=len(self._made.places))
                return
            case Web():
                return
            case Checked():
                self._is_sound, findings = answer.is_sound, _listed(answer.notes, made.places)
            case Broken():
                self._is_sound, findings = False, (*self._state.findings, _ours(answer))
        if not self._state.faulty:
            self._tell(checked=True, findings=findings)

    def _tell(self, **others: object) -> None:
        self._state = replace(self._state, **others)
        self._version += 1
        self._changed.notify_all()

    # --- What is asked --------------------------------------------------------------------------------

    def after(self, version: int, patience: float) -> tuple[int, bytes] | None:
        """The state as JSON, with its version, as soon as that is another one; None where it stays so long the same."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._version != version, patience):
                return None
            return self._version, json.encode(self._state)

    @property
    def has_ended(self) -> bool:
        return self._state.ended

    @property
    def good(self) -> Made | None:
        """The last good build."""
        return self._made

    @property
    def _places(self) -> Sequence[Place]:
        return self._made.places if self._made else ()

    def html(self, number: int, patience: float) -> bytes | None:
        """The edition for the web of that build, which may have to be waited for; None where there is another build."""
        until = monotonic() + patience
        with self._changed:

            def is_known() -> bool:
                is_over = self._html is not None or self._is_sound is not None  # it may have broken on the way
                return is_over or self._made is None or self._made.number != number

            self._changed.wait_for(lambda: is_known() or self._state.ended, max(0.0, until - monotonic()))
            return self._html if self._made is not None and self._made.number == number else None

    def saved(self) -> Made:
        """The last good build, to save something of.

        Raises:
            Refused: there is none, it or a later save has faults, or a reader could perhaps compute from it what it
                leaves out.
        """
        with self._changed:
            made, is_sound, is_faulty = self._made, self._is_sound, self._state.faulty
        if made is None:
            raise Refused("er is nog niets om te bewaren")
        if is_faulty or is_sound is False:
            raise Refused("dit rapport heeft een fout: verbeter die eerst")
        if made.is_guarded and is_sound is None:
            raise Refused("de controle op kleine aantallen loopt nog: probeer het zo weer")
        return made

    def place(self, number: int, input: int | None = None) -> tuple[str, str, int, int] | None:
        """Path, the same as it is shown, line and column of a place, or of a figure that it rests on."""
        places = self._places
        if not 0 <= number < len(places):
            return None
        place = places[number]
        if input is None:
            return self._found(place.file, place.line, place.column)
        if not 0 <= input < len(place.origin):
            return None
        given = place.origin[input]
        return self._found(given.file, given.line, given.column)

    def finding(self, spot: Spot) -> tuple[str, str, int, int] | None:
        """The same of where one of the findings is; None where there is none (any more)."""
        is_listed = any(Spot(each.file, each.line, each.column) == spot for each in self._state.findings)
        return self._found(spot.file, spot.line, spot.column) if is_listed else None

    def _found(self, file: str, line: int, column: int) -> tuple[str, str, int, int] | None:
        path = self._files.get(file)
        return None if path is None else (path, file, max(1, line), max(1, column))


def _ours(broken: Broken) -> Listed:
    return Listed("", "fout", "", 0, 0, broken.reason, "", "")


def _listed(notes: Sequence[Note], places: Sequence[Place]) -> tuple[Listed, ...]:
    return tuple(
        Listed(
            note.code, note.severity, note.file, note.line, note.column, note.message, note.hint, note.source,
            note.count, changes.nearest(note.file, note.line, places) if note.file else None,
        )
        for note in notes
    )  # fmt: skip
