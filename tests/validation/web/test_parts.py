"""A machine without a part of the check: its user is told, CI fails."""

from __future__ import annotations

import importlib

import pytest

from tests.validation.web import parts

check = importlib.import_module("tests.validation.web.__main__")


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_what_is_missing_is_told(monkeypatch, capsys, ci, status):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER_FOR_CHECKS", raising=False)
    assert check.main(["rapport.html"]) == status
    told = capsys.readouterr().out
    assert "overgeslagen" in told
    assert all(part in told for part in ("java", "npm", "chromium"))


def test_a_browser_may_be_pointed_at(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("BROWSER_FOR_CHECKS", "/opt/chromium")
    assert parts.browser() == "/opt/chromium"
    assert "chromium" not in parts.missing()
