"""The command `schema`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from rapportage.input.schema import FILE_KINDS, one_schema, schema_files
from tests.cli.test_commands import run


def test_without_a_folder_one_schema_is_on_the_screen(tmp_path: Path) -> None:
    done = run("schema", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == one_schema()
    assert list(tmp_path.iterdir()) == []


def test_in_a_folder_there_are_all_kinds_and_older_ones_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "layout.schema.json").write_text("ouder", encoding="utf-8")
    (tmp_path / "schema" / "ander.json").write_text("van mij", encoding="utf-8")
    for folder in ("schema", "nieuw"):
        done = run("schema", "--output", folder, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.count(" is gemaakt\n")) == (0, "", len(FILE_KINDS))
        made = {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir() if path.name != "ander.json"}
        assert made == schema_files()
    assert (tmp_path / "schema" / "ander.json").read_text(encoding="utf-8") == "van mij"


def test_where_it_can_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("van mij", encoding="utf-8")
    for name, code in (("bestand", "P102"), ("er/niet", "P101")):
        done = run("schema", "-o", name, cwd=tmp_path)
        assert (done.returncode, f"fout[{code}]" in done.stderr) == (1, True), done.stderr


def test_new_keeps_the_line_of_an_editor_and_adds_none_twice(tmp_path: Path) -> None:
    assert run("init", cwd=tmp_path).returncode == 0
    own, ours = "# yaml-language-server: $schema=https://elders.nl/x.json", "# yaml-language-server: $schema=../schema/"
    data = tmp_path / "data" / "2025-01.yaml"
    body = data.read_text(encoding="utf-8").partition("\n")[2]

    def lines(text: str) -> list[str]:
        data.write_text(text, encoding="utf-8")
        made = tmp_path / "data" / "2025-02.yaml"
        made.unlink(missing_ok=True)
        assert run("new", "2025-02", cwd=tmp_path).returncode == 0
        text = made.read_text(encoding="utf-8")
        assert text.count("# Cijfers over februari 2025") == 1
        return [line for line in text.splitlines() if "yaml-language-server" in line]

    assert lines(f"{own}\n{body}") == [own]
    assert lines(f"# Mijn cijfers\n{own}\n{body}") == [own]
    assert lines(f"{body}{own}\n") == [own]
    assert lines(body) == [f"{ours}periode.schema.json"]
    (tmp_path / "schema" / "periode.schema.json").unlink()
    assert lines(body) == []
