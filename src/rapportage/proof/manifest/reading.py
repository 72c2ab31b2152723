"""Reads a manifest: whatever is wrong with the file is a finding, at its place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.input.files import FileFault, Reason, read
from rapportage.proof.manifest import keys
from rapportage.proof.manifest.manifest import FORM, Manifest

MAX_BYTES = 1_000_000
_HINT = "maak het manifest opnieuw: rapportage build LAYOUT PERIODE --manifest"
_DIGEST = re.compile(r"[0-9a-f]{64}")


def read_manifest(path: Path, findings: Findings, project: Path | None = None) -> Manifest | None:
    """The manifest at `path`; None when there is none or it can't be used, which is then reported."""
    shown = path.name
    try:
        data = read(path, MAX_BYTES, project)
    except FileFault as fault:
        if fault.reason is Reason.TOO_LARGE:
            message = f"{shown} is groter dan {MAX_BYTES // 1_000_000} MB, en dus geen manifest"
            findings.error("M103", message, hint=_HINT)
        else:
            message = f"{path} {fault.reason.value}"
            findings.error("M102", message, hint="noem een bestand dat eindigt op .manifest.json")
        return None
    return _Reader(shown, data, findings).manifest()


class _Malformed(Exception):
    """`key` is the one at which the file is not what it should be."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


class _Reader:
    def __init__(self, shown: str, data: bytes, findings: Findings) -> None:
        self._findings = findings
        self._data = data
        text = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
        self._file = SourceFile(shown, text)

    def manifest(self) -> Manifest | None:
        try:
            return self._manifest(json.loads(self._data.decode("utf-8")))
        except UnicodeDecodeError:
            self._findings.error("M103", f"{self._file.path} is geen UTF-8", Span(self._file, 1, 1), _HINT)
        except json.JSONDecodeError as error:
            place = Span(self._file, error.lineno, error.colno)
            self._findings.error("M103", f"{self._file.path} is geen JSON", place, _HINT)
        except (RecursionError, ValueError):  # nested too deep, or a number too long to read
            self._findings.error("M103", f"{self._file.path} is geen manifest", Span(self._file, 1, 1), _HINT)
        except _Malformed as fault:
            offset = self._file.text.find(f'"{fault.key}"') if fault.key else -1
            place = self._file.place(offset, len(fault.key) + 2) if offset >= 0 else Span(self._file, 1, 1)
            self._findings.error("M104", str(fault), place, _HINT)
        return None

    def _manifest(self, root: object) -> Manifest:
        top = _mapping(root, "")
        if top.get(keys.FORM) != FORM or isinstance(top.get(keys.FORM), bool):
            raise _Malformed(f"dit is geen manifest van vorm {FORM}", keys.FORM)
        options = _mapping(top.get(keys.OPTIONS), keys.OPTIONS)
        as_of = _text(top, keys.AS_OF)
        return Manifest(
            layout=_inside(_text(top, keys.LAYOUT), keys.LAYOUT),
            period=_inside(_text(top, keys.PERIOD), keys.PERIOD),
            as_of=None if as_of == keys.NEWEST else as_of,
            draft=_yes_or_no(options, keys.DRAFT),
            example=_yes_or_no({keys.EXAMPLE: False, **top}, keys.EXAMPLE),
            attachments=_yes_or_no(options, keys.ATTACHMENTS),
            address=_text(options, keys.ADDRESS) if keys.ADDRESS in options else "",
            origins=_yes_or_no(options, keys.ORIGINS) if keys.ORIGINS in options else False,
            versions=_versions(top),
            inputs=_files(top, keys.INPUTS),
            outputs=_files(top, keys.OUTPUTS),
            deliveries=_pairs(top, keys.DELIVERIES) if keys.DELIVERIES in top else (),
        )


def _mapping(value: object, key: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _Malformed(f"'{key}' ontbreekt, of is geen object" if key else "een manifest is een JSON-object", key)
    return value


def _text(entries: Mapping[str, object], key: str) -> str:
    value = entries.get(key)
    if not isinstance(value, str) or not value:
        raise _Malformed(f"'{key}' ontbreekt, of is geen tekst", key)
    return value


def _yes_or_no(entries: Mapping[str, object], key: str) -> bool:
    value = entries.get(key)
    if not isinstance(value, bool):
        raise _Malformed(f"'{key}' ontbreekt, of is geen true of false", key)
    return value


def _versions(top: Mapping[str, object]) -> dict[str, str]:
    found = _mapping(top.get(keys.VERSIONS), keys.VERSIONS)
    return {name: _text(found, name) for name in found}


def _files(top: Mapping[str, object], key: str) -> dict[str, str]:
    return dict(_pairs(top, key))


def _pairs(top: Mapping[str, object], key: str) -> tuple[tuple[str, str], ...]:
    entries = top.get(key)
    if not isinstance(entries, list) or not entries:
        raise _Malformed(f"'{key}' ontbreekt, of is geen lijst van bestanden", key)
    found = []
    for each in entries:
        entry = _mapping(each, key)
        name, digest = _inside(_text(entry, keys.FILE), key), _text(entry, keys.SHA256)
        if not _DIGEST.fullmatch(digest):
            raise _Malformed(f"bij '{name[:80]}' staat geen SHA-256 (64 tekens)", key)
        found.append((name, digest))
    return tuple(found)


def _inside(name: str, key: str) -> str:
    """A name or a path that stays within the project."""
    windows = PureWindowsPath(name)
    is_bad = "\\" in name or "\x00" in name or ".." in PurePosixPath(name).parts
    if is_bad or windows.drive or windows.root or PurePosixPath(name).is_absolute():
        raise _Malformed(f"'{name[:80]}' is geen pad binnen het project", key)
    return name
