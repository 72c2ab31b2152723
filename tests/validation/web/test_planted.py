"""Each check of the HTML edition finds what is planted in a good page, and nothing in that page itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.validation.web import parts

MISSING = parts.missing()
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"{', '.join(MISSING)} ontbreekt: `make validate` doet dit waar alles er is"
)
GOOD = Path(__file__).with_name("good.html").read_text(encoding="utf-8")
PLANTED = yaml.safe_load(Path(__file__).with_name("planted.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def browser():
    from tests.validation.web.opened import running

    with running() as browser:
        yield browser


def _of(*kinds: str) -> list[str]:
    return [name for name, fault in PLANTED.items() if fault["finds"].partition(":")[0] in kinds]


def _planted(name: str) -> str:
    fault = PLANTED[name]
    if "instead" in fault:
        assert GOOD.count(fault["instead"]) == 1
        return GOOD.replace(fault["instead"], fault["put"])
    assert fault["before"] in GOOD
    return GOOD.replace(fault["before"], fault["put"] + fault["before"], 1)


def _stage(fault: str):
    """The check that finds such a fault."""
    from tests.validation.web import checking, keyboard, printing, reflow, rules

    stages = {
        "axe": rules.broken,
        "past": reflow.spilling,
        "toetsenbord": keyboard.lost,
        "verwijzing": keyboard.stray,
        "afdruk": lambda page: printing.unprinted(page, page.path.with_suffix(".pdf")),
        "netwerk": checking.asking,
        "browser": checking.complaining,
    }
    return stages[fault.partition(":")[0]]


def test_good_page_has_no_fault(browser, tmp_path):
    from tests.validation.web import checking, markup

    path = tmp_path / "good.html"
    path.write_text(GOOD, encoding="utf-8")
    assert list(markup.not_whole(path)) == []
    assert checking.seen(browser, path) == []


@pytest.mark.parametrize("name", _of("axe", "past", "toetsenbord", "verwijzing", "afdruk", "netwerk", "browser"))
def test_planted_fault_is_seen(browser, tmp_path, name):
    from tests.validation.web import markup
    from tests.validation.web.opened import opened

    path = tmp_path / "planted.html"
    path.write_text(_planted(name), encoding="utf-8")
    with opened(browser, path) as page:
        found = [*markup.not_whole(path), *_stage(PLANTED[name]["finds"])(page)]
    assert any(fault.startswith(PLANTED[name]["finds"]) for fault in found), found


@pytest.mark.parametrize("name", _of("op zichzelf"))
def test_planted_fault_is_read(tmp_path, name):
    from tests.validation.web import markup

    path = tmp_path / "planted.html"
    path.write_text(_planted(name), encoding="utf-8")
    found = list(markup.not_whole(path))
    assert any(fault.startswith(PLANTED[name]["finds"]) for fault in found), found


def test_invalid_markup_is_found_in_its_own_file(tmp_path):
    from tests.validation.web import markup

    (tmp_path / "good.html").write_text(GOOD, encoding="utf-8")
    wrong = _of("html")
    for name in wrong:
        (tmp_path / f"{name}.html").write_text(_planted(name), encoding="utf-8")
    found = markup.invalid(sorted(tmp_path.iterdir()))
    assert {path.stem for path in found} == set(wrong)
