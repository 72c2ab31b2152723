"""A repository that may come from anyone: nothing of it runs, nothing is asked of the network, and names are names."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rapportage.proof.comparing import NoRevision, files_of, revision
from rapportage.proof.comparing.git_tree import is_plain
from tests.cli.test_commands import run
from tests.faults import project

WHO = ("-c", "user.name=Proef", "-c", "user.email=proef@example.nl", "-c", "protocol.file.allow=always")
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    command = ["git", "-C", str(folder), *WHO, *arguments]
    return subprocess.run(command, check=True, capture_output=True, input=given, env=CLEAN).stdout.decode().strip()


def committed(folder: Path, *arguments: str) -> Path:
    git(folder, "init", "-q", "-b", "main", *arguments)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "begin")
    return folder


def held(name: str, folder: Path) -> dict[str, bytes]:
    """What the project holds in a revision."""
    with files_of(name, folder) as made:
        return {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}


# --- Nothing runs -----------------------------------------------------------------------------------

SECTIONS = """
[core]
    sshCommand = {mark} core.sshCommand
    fsmonitor = {mark} core.fsmonitor
    pager = {mark} core.pager
    editor = {mark} core.editor
    askPass = {mark} core.askPass
    gitProxy = {mark} core.gitProxy
    hooksPath = {hooks}
    attributesFile = {attributes}
    alternateRefsCommand = {mark} core.alternateRefsCommand
    worktree = {elsewhere}
[pager]
    rev-parse = true
    cat-file = {mark} pager.cat-file
    ls-tree = {mark} pager.ls-tree
[alias]
    rev-parse = !{mark} alias.rev-parse
    cat-file = !{mark} alias.cat-file
[diff]
    external = {mark} diff.external
[diff "evil"]
    textconv = {mark} diff.textconv
    command = {mark} diff.command
[filter "evil"]
    smudge = {mark} filter.smudge
    clean = {mark} filter.clean
    process = {mark} filter.process
[credential]
    helper = !{mark} credential.helper
[gpg]
    program = {mark} gpg.program
[uploadpack]
    packObjectsHook = {mark} uploadpack.packObjectsHook
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[extensions]
    partialClone = origin
[remote "origin"]
    url = {url}
    promisor = true
    partialclonefilter = blob:none
    uploadpack = {mark} remote.uploadpack
    proxy = http://127.0.0.1:{port}
    vcs = {vcs}
"""


@contextmanager
def listening() -> Iterator[socket.socket]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        yield server


def plant(root: Path, url: str, port: int, tmp_path: Path, *, vcs: str = "") -> Path:
    """Puts a command in every setting that has one, and in every hook; the file that such a command would make."""
    told, mark = tmp_path / "gedraaid", tmp_path / "mark"
    mark.write_text(f'#!/bin/sh\necho "$@" >>"{told}"\nexit 1\n', encoding="utf-8")
    mark.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc"):
        for folder in (hooks, root / ".git" / "hooks"):
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(f'#!/bin/sh\necho {name} >>"{told}"\n', encoding="utf-8")
            (folder / name).chmod(0o755)
    attributes = "* diff=evil filter=evil text=auto ident\n"
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "attributes").write_text(attributes, encoding="utf-8")
    (tmp_path / "attributes").write_text(attributes, encoding="utf-8")
    written = SECTIONS.format(
        mark=mark,
        hooks=hooks,
        attributes=tmp_path / "attributes",
        elsewhere=tmp_path,
        url=url.format(port=port, mark=mark),
        port=port,
        vcs=vcs,
    ).replace("    vcs = \n", "")
    (root / ".git" / "evil").write_text(written, encoding="utf-8")
    with (root / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f'{written}[include]\n    path = evil\n[includeIf "gitdir:**"]\n    path = evil\n')
    return told


URLS = (
    "ssh://127.0.0.1:{port}/x",
    "git://127.0.0.1:{port}/x",
    "http://127.0.0.1:{port}/x",
    "ext::{mark} ext",
    "file:///nergens",
    "/nergens",
)


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("is_missing", [True, False])
def test_nothing_that_a_repository_says_is_run(
    url: str, is_missing: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a file is missing that git would fetch, and where programs on the path are those of the project."""
    root = project(tmp_path / "archief")
    committed(root)
    name = "HEAD:data/2020-05.yaml"
    missing = git(root, "rev-parse", name)
    with listening() as server:
        told = plant(root, url, server.getsockname()[1], tmp_path)
        for program in ("git", "ssh", "git-remote-http", "git-remote-ext"):
            (root / program).write_text(f'#!/bin/sh\necho {program} >>"{told}"\nexit 1\n', encoding="utf-8")
            (root / program).chmod(0o755)
        monkeypatch.chdir(root)
        monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
        if is_missing:
            (root / ".git" / "objects" / missing[:2] / missing[2:]).unlink()
            with pytest.raises(NoRevision, match=f"object {missing[:12]} ontbreekt"):
                held("HEAD", root)
        else:
            assert sorted(held("HEAD", root)) == ["data/2020-05.yaml", "layouts/proef.yaml"]
        assert not told.exists(), told.read_text(encoding="utf-8")
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_partial_clone_is_not_completed(tmp_path: Path) -> None:
    """A real one, whose pack says that what is missing can be had; and the command tells it as a fault."""
    root = project(tmp_path / "archief")
    committed(root)
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{root}", "kopie")
    copy = project(tmp_path / "kopie")
    assert list((copy / ".git" / "objects" / "pack").glob("*.promisor"))
    done = run("diff", "proef", "2020-05", "--since", "HEAD", "--project", copy)
    assert (done.returncode, "fout[U111] object " in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    git(copy, "checkout", "-q", "HEAD", "--", ".")
    assert run("diff", "proef", "2020-05", "--since", "HEAD", "--project", copy).returncode == 0


# --- The names of revisions, and where git keeps things -----------------------------------------------


@pytest.mark.parametrize("kind", ["los", "ingepakt", "sha256"])
def test_every_name_of_a_revision(kind: str, tmp_path: Path) -> None:
    root = project(tmp_path / "archief", text="een")
    committed(root, *(["--object-format=sha256"] if kind == "sha256" else []))
    git(root, "tag", "los")
    git(root, "tag", "-a", "-m", "Uitgave", "v1")
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    first = git(root, "rev-parse", "HEAD")
    project(root, text="twee")
    git(root, "commit", "-q", "-am", "twee")
    if kind == "ingepakt":
        git(root, "gc", "-q")
        git(root, "pack-refs", "--all")
    git(root, "replace", "HEAD", first)  # what a repository puts in the place of another commit is not looked at
    old = ("HEAD~1", "main~1", "main^", "los", "v1", "origin/main", first, first[:9], "HEAD@{1}", "main@{1}", ":/begin")
    for name, text in (*((each, b"een") for each in old), ("HEAD", b"twee"), ("main", b"twee"), ("@", b"twee")):
        assert text in held(name, root)["layouts/proef.yaml"], name
    for name in ("weg", "HEAD~2", "HEAD:data", "--all", "", "@{upstream}", "x" * 5000):
        with pytest.raises(NoRevision, match="er is geen revisie"):
            held(name, root)


def test_other_places_where_git_keeps_a_repository(tmp_path: Path) -> None:
    """A second folder of files, a repository within one, objects of another, and no more than the last commit."""
    root = project(tmp_path / "archief 'met' spatie", text="een")
    committed(root)
    project(root, text="twee")
    git(root, "commit", "-q", "-am", "twee")
    git(root, "worktree", "add", "-q", "-b", "zij", str(tmp_path / "zij"), "HEAD~1")
    git(tmp_path, "clone", "-q", "--shared", str(root), "gedeeld")
    git(tmp_path, "clone", "-q", "--depth=1", root.as_uri(), "ondiep")
    outer = project(tmp_path / "buitenste", text="anders")
    committed(outer)
    git(outer, "submodule", "--quiet", "add", str(root), "binnen")
    for folder, text in (("zij", b"een"), ("gedeeld", b"twee"), ("ondiep", b"twee"), ("buitenste/binnen", b"twee")):
        assert text in held("HEAD", tmp_path / folder)["layouts/proef.yaml"], folder
    assert b"twee" in held("main", tmp_path / "zij")["layouts/proef.yaml"]
    assert list(held("HEAD", root / "data")) == ["2020-05.yaml"]
    with pytest.raises(NoRevision, match="er is geen revisie"):
        held("HEAD~1", tmp_path / "ondiep")
    with pytest.raises(NoRevision, match="heeft de map binnen niet"):
        held("HEAD", made_folder(outer / "binnen", outer / ".git"))
    with pytest.raises(NoRevision, match="staat niet in een git-archief"):
        held("HEAD", tmp_path)


def made_folder(path: Path, git_folder: Path) -> Path:
    """A folder that is no repository any more."""
    (path / ".git").unlink()
    assert git_folder.is_dir()
    return path


def test_objects_are_never_looked_for_on_another_machine(tmp_path: Path) -> None:
    root = committed(project(tmp_path / "archief"))
    (root / ".git" / "objects" / "info" / "alternates").write_text("//machine/deel\n", encoding="utf-8")
    with pytest.raises(NoRevision, match="andere machine"):
        held("HEAD", root)


def test_a_pipe_in_the_place_of_a_name_is_not_waited_for(tmp_path: Path) -> None:
    root = committed(project(tmp_path / "archief"))
    os.mkfifo(root / ".git" / "refs" / "pijp")
    (root / ".git" / "packed-refs").symlink_to("/dev/zero")
    assert held("HEAD", root)


# --- The names of files -------------------------------------------------------------------------------


def tree(root: Path, *entries: tuple[str, bytes, str]) -> str:
    """Writes a folder as git would never make it: mode, name and object of each entry."""
    data = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(id) for mode, name, id in entries)
    return git(root, "hash-object", "-t", "tree", "--literally", "-w", "--stdin", given=data)


def commit(root: Path, folder: str) -> str:
    return git(root, "commit-tree", folder, "-m", "boos")


@pytest.mark.parametrize(
    "name", [b"/weg/absoluut", b"../weg", b"..", b".", b"", b"a/b", b"a/../../weg", b".git", b".GIT", b"data"]
)
@pytest.mark.parametrize("is_folder", [False, True])
def test_a_name_that_is_no_name_is_refused(name: bytes, is_folder: bool, tmp_path: Path) -> None:
    root = committed(project(tmp_path / "archief"))
    blob = git(root, "rev-parse", "HEAD:data/2020-05.yaml")
    name = name.replace(b"/weg/absoluut", str(tmp_path / "weg").encode())
    data = ("40000", b"data", tree(root, ("100644", b"2020-05.yaml", blob)))
    inner = ("40000", name, tree(root, ("100644", b"weg", blob))) if is_folder else ("100644", name, blob)
    before = sorted(path for path in tmp_path.rglob("*") if ".git" not in path.parts)
    for top in (tree(root, data, inner), tree(root, data, ("40000", b"diep", tree(root, data, inner)))):
        with pytest.raises(NoRevision, match="met een naam die niet kan"):
            held(commit(root, top), root)
    assert sorted(path for path in tmp_path.rglob("*") if ".git" not in path.parts) == before


def test_a_damaged_folder_is_refused(tmp_path: Path) -> None:
    root = committed(project(tmp_path / "archief"))
    for data in (b"100644 a\0kort", b"40000", b"100644 a", b"\0" * 30):
        folder = git(root, "hash-object", "-t", "tree", "--literally", "-w", "--stdin", given=data)
        with pytest.raises(NoRevision):
            held(commit(root, folder), root)


def test_names_that_mean_something_else_to_windows() -> None:
    for name in ("a\\b", "c:", "c:x", "x:stroom", "con", "NUL.yaml", "com1", "a.", "a ", "a?", "LPT9.txt", "aux .yaml"):
        assert (is_plain(name, on_windows=True), is_plain(name, on_windows=False)) == (False, True), name
    for name in ("2020-05.yaml", "Syrië", ".gitignore", "a b", "console", "com", "...a"):
        assert is_plain(name, on_windows=True), name


def test_folders_that_stand_for_more_files_than_there_are(tmp_path: Path) -> None:
    root = committed(project(tmp_path / "archief"))
    for kind in ("100644", "40000"):  # with files in the last of them, and with none
        folder = git(root, "rev-parse", "HEAD:data/2020-05.yaml") if kind == "100644" else tree(root)
        for mode in (kind, *["40000"] * 9):
            folder = tree(root, *((mode, f"{at}".encode(), folder) for at in range(10)))
        with pytest.raises(NoRevision, match="meer dan 50000 bestanden"):
            held(commit(root, folder), root)


def test_a_file_that_no_report_can_be_made_of_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "archief")
    (root / "groot.bin").write_bytes(bytes(30_000_000))
    committed(root)
    assert sorted(held("HEAD", root)) == ["data/2020-05.yaml", "layouts/proef.yaml"]
    monkeypatch.setattr(revision, "MOST", 500)
    with pytest.raises(NoRevision, match="samen groter"):
        held("HEAD", root)
