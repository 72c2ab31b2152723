"""A machine without a browser: its user is told, CI fails."""

from __future__ import annotations

import importlib

import pytest

check = importlib.import_module("tests.validation.preview.__main__")


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_what_is_missing_is_told(monkeypatch, capsys, ci, status):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER_FOR_CHECKS", raising=False)
    assert check.main() == status
    told = capsys.readouterr().out
    assert "overgeslagen" in told
    assert "chromium" in told
