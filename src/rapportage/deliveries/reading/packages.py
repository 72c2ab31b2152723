"""Workbooks are packages (ZIP) of parts: unpacked here, with a limit, and nowhere else.

A package says how large its parts are, and may lie: what is counted is what comes out.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

from rapportage.deliveries.reading.faults import DeliveryFault, damaged, too_large
from rapportage.deliveries.reading.limits import MOST_PARTS, MOST_UNPACKED

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What workbooks are packed with."""
_ENCRYPTED = 0x1
_PIECE = 1_000_000


def names_in(data: bytes) -> tuple[str, ...]:
    """What the parts of a package are called.

    Raises:
        DeliveryFault: it is no package.
    """
    with _opened(data) as package:
        return tuple(package.namelist())


def unpacked(data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted parts of a package by name.

    Raises:
        DeliveryFault: it is damaged, has a password, or is too large.
    """
    parts: dict[str, bytes] = {}
    room = MOST_UNPACKED
    with _opened(data) as package:
        if sum(entry.file_size for entry in package.infolist() if wanted(entry.filename)) > room:
            raise _too_large()
        for entry in package.infolist():
            if entry.is_dir() or not wanted(entry.filename):
                continue
            if entry.flag_bits & _ENCRYPTED:
                raise with_password()
            if entry.filename in parts:
                raise damaged(f"het onderdeel {entry.filename} staat er twee keer in")
            if entry.compress_type not in _METHODS:
                raise damaged(f"het onderdeel {entry.filename} is ingepakt op een manier die hier niet kan")
            content = _content(package, entry, room)
            room -= len(content)
            parts[entry.filename] = content
    return parts


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts, for a library that unpacks by itself: it gets nothing that was not counted here."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def with_password() -> DeliveryFault:
    message = "dit bestand is met een wachtwoord beveiligd"
    return DeliveryFault("I102", message, "vraag het zonder wachtwoord op, of sla het zonder wachtwoord op")


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):  # the last: a later version than zipfile knows
        raise damaged("dit bestand is beschadigd of niet helemaal aangekomen") from None
    if len(package.filelist) > MOST_PARTS:
        raise too_large(f"dit bestand bestaat uit meer dan {MOST_PARTS} onderdelen")
    return package


def _too_large() -> DeliveryFault:
    return too_large(f"uitgepakt is dit bestand groter dan {MOST_UNPACKED // 1_000_000} MB")


def _content(package: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    try:
        with package.open(entry) as opened:
            while piece := opened.read(_PIECE):
                size += len(piece)
                if size > room:
                    raise _too_large()
                pieces.append(piece)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        NotImplementedError,
    ):  # the last: packed as zipfile can not
        raise damaged(f"het onderdeel {entry.filename} is beschadigd") from None
    return b"".join(pieces)
