"""One browser for all checks, and projects to spoil."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import samples
from tests.validation.web import parts


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    if lacking := [part for part in parts.missing() if part != "java"]:
        pytest.skip(f"{', '.join(lacking)} ontbreekt: `make validate` doet dit waar alles er is")
    from tests.validation.web.opened import running

    with running() as browser:
        yield browser


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the samples."""
    folder = tmp_path / "project"
    folder.mkdir()
    return samples(folder)
