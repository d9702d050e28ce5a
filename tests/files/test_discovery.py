import os
import re
import socket
import subprocess
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from sociable.errors import NoSuchPath
from sociable.files.discovery import Discovery
from sociable.project.load import load

Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Makes files, by their paths and texts, below the current folder."""
    monkeypatch.chdir(tmp_path)

    def make(*paths: str, **texts: str) -> Path:
        for path, text in [*((path, "sociable: 1\n") for path in paths), *texts.items()]:
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return make


def found(*paths: str) -> list[str]:
    return [candidate.shown for candidate in Discovery(paths).candidates]


def skipped(*paths: str) -> list[tuple[str, str]]:
    return [(each.path, each.reason) for each in Discovery(paths).skipped]


def problems(*paths: str) -> list[tuple[str, str, str]]:
    return [(each.span.path, each.message, each.advice) for each in Discovery(paths).problems]


def test_folders_are_walked_to_the_bottom(tree: Tree) -> None:
    tree("b/z.yml", "b/a.yaml", "b/c/d.json", "a.YML", "c.yml", "notes.txt", "README.md", "yml")
    assert found(".") == ["a.YML", "b/a.yaml", "b/c/d.json", "b/z.yml", "c.yml"]


def test_the_order_is_that_of_the_paths_that_are_shown(tree: Tree) -> None:
    root = tree("a.yml", "b/c.yml", "b/n/package.json", "d.txt", "node_modules/a.yml", "o/node_modules/a.yml")
    (root / "gone.yml").symlink_to("nowhere")
    (root / "b" / "gone.yml").symlink_to("nowhere")
    for paths in permutations(("d.txt", "b", ".", str(root / "a.yml"), "gone.yml")):
        assert found(*paths) == ["a.yml", "b/c.yml", "b/n/package.json", "d.txt"]
        assert [path for path, _ in skipped(*paths)] == ["node_modules", "o/node_modules"]
        assert [path for path, *_ in problems(*paths)] == ["b/gone.yml", "gone.yml"]


def test_of_several_paths_that_do_not_exist_always_the_same_is_told(tree: Tree) -> None:
    tree()
    for paths in permutations(("no", "nowhere")):
        with pytest.raises(NoSuchPath, match="`no`"):
            Discovery(paths)


def test_paths_are_shown_from_the_current_folder(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree("a/b.yml", "c.yml")
    assert found(str(root / "a"), "./c.yml") == ["a/b.yml", "c.yml"]
    monkeypatch.chdir(root / "a")
    assert found("b.yml", "../c.yml") == ["../c.yml", "b.yml"]
    assert found(str(root / "c.yml")) == [str(root / "c.yml")]


def test_what_writes_to_people_on_github_is_looked_into(tree: Tree) -> None:
    tree(".github/workflows/greet.yml", ".github/stale.yml", ".gitlab/a.yml")
    assert found(".") == [".github/stale.yml", ".github/workflows/greet.yml"]


def test_hidden_folders_and_installed_packages_are_left_alone(tree: Tree) -> None:
    tree(".git/a.yml", ".venv/a.yml", "env/pyvenv.cfg", "env/a.yml", "node_modules/a.yml", "ok/.hidden.yml")
    assert found(".") == ["ok/.hidden.yml"]
    assert skipped(".") == [
        (".venv", "a hidden folder"),
        ("env", "a folder of installed packages"),
        ("node_modules", "a folder of installed packages"),
    ]


def test_the_same_file_is_read_once(tree: Tree) -> None:
    root = tree("a.yml", "b/c.yml")
    (root / "hard.yml").hardlink_to(root / "a.yml")
    (root / "soft.yml").symlink_to("a.yml")
    assert found("a.yml", ".", "./a.yml") == ["a.yml", "b/c.yml"]
    assert skipped("a.yml", ".", "./a.yml") == [
        ("hard.yml", "the same file as a.yml"),
        ("soft.yml", "the same file as a.yml"),
    ]
    for paths in permutations((".", "soft.yml", "hard.yml")):
        assert found(*paths) == ["b/c.yml", "hard.yml"]
        assert skipped(*paths) == [
            ("a.yml", "the same file as hard.yml"),
            ("soft.yml", "the same file as hard.yml"),
        ]


def test_a_file_that_is_named_counts_as_named_wherever_it_is_found_first(tree: Tree) -> None:
    tree("a.yml")
    assert [each.named for each in Discovery([".", "a.yml"]).candidates] == [True]


def test_links_to_folders_and_out_of_the_folder_are_not_followed(tree: Tree, tmp_path: Path) -> None:
    root = tree("project/a.yml", "secret.yml")
    (root / "project" / "more").symlink_to(root)
    (root / "project" / "loop.yml").symlink_to(".")
    (root / "project" / "out.yml").symlink_to("../secret.yml")
    assert found("project") == ["project/a.yml"]
    assert skipped("project") == [
        ("project/loop.yml", "a link to a folder"),
        ("project/more", "a link to a folder"),
        ("project/out.yml", "a link that leads out of the folder"),
    ]
    assert found("project/out.yml") == ["project/out.yml"]


def test_links_that_lead_nowhere(tree: Tree) -> None:
    root = tree("a.yml")
    (root / "broken.yml").symlink_to("gone.yml")
    (root / "circle.yml").symlink_to("circle.yml")
    expected = [
        ("broken.yml", "the file is a link to `gone.yml`, which does not exist", "Mend the link, or delete it."),
        ("circle.yml", "the file is a link that leads back to itself", "Mend the link, or delete it."),
    ]
    assert problems(".") == expected
    assert problems("broken.yml", "circle.yml") == expected
    assert found(".") == ["a.yml"]


def test_pipes_and_sockets_are_never_opened(tree: Tree) -> None:
    root = tree("a.yml")
    os.mkfifo(root / "pipe.yml")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.yml")
        kind = "not a regular file but a pipe, a socket or a device"
        assert skipped(".") == [("pipe.yml", kind), ("socket.yml", kind)]
        assert problems("pipe.yml") == [("pipe.yml", f"this is {kind}", "Name a file, or write it to one first.")]
        assert found(".") == ["a.yml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tree: Tree) -> None:
    root = tree("a.yml", "b/c.yml")
    (root / "a.yml").chmod(0)
    (root / "b").chmod(0)
    try:
        advice = "Change its permissions, or leave it out."
        assert problems(".") == [("b", "there is no permission to read this folder", advice)]
        reading = load(["a.yml"])
        assert [(each.message, each.advice) for each in reading.problems] == [
            ("there is no permission to read this file", advice)
        ]
    finally:
        (root / "b").chmod(0o700)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("exmples", "there is no file or folder `exmples`. Did you mean `examples`?"),
        (
            "examples/council.yaml",
            "there is no file or folder `examples/council.yaml`. Did you mean `examples/council.yml`?",
        ),
        ("exmples/council.yml", "there is no file or folder `exmples/council.yml`. Did you mean `examples`?"),
        ("zzz", "there is no file or folder `zzz`."),
        ("", "there is no file or folder ``."),
        ("a\0b", "there is no file or folder `a\0b`."),
        ("examples/x.yml/x", "there is no file or folder `examples/x.yml/x`."),
    ],
)
def test_a_path_that_does_not_exist(tree: Tree, path: str, message: str) -> None:
    tree("examples/council.yml")
    with pytest.raises(NoSuchPath) as wrong:
        Discovery([path])
    assert str(wrong.value) == message


def test_folders_as_deep_as_the_system_allows(tree: Tree) -> None:
    root = tree("a.yml")
    here = os.open(root, os.O_RDONLY)
    os.chdir(root)
    for _ in range(1200):
        os.mkdir("d")
        os.chdir("d")
    os.fchdir(here)
    os.close(here)
    try:
        assert found(".") == ["a.yml"]
    finally:
        subprocess.run(["rm", "-rf", "d"], cwd=root, check=True)


def test_names_that_are_no_text(tree: Tree) -> None:
    root = tree()
    try:
        Path(os.fsdecode(os.fsencode(root) + b"/\xff.yml")).write_text("sociable: 1\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert found(".") == ["\ufffd.yml"]
    assert len(load(["."]).files) == 1


@pytest.mark.parametrize("name", [".#a.yml", "._a.yml"])
def test_what_programs_leave_beside_a_file_is_passed_over(tree: Tree, name: str) -> None:
    here = tree("a.yml")
    (here / name).symlink_to("someone@host.1234:5678")
    assert (found("."), problems(".")) == (["a.yml"], [])
    assert skipped(".") == [(name, "left there by an editor or the system")]


def test_a_file_whose_name_begins_with_a_dot_is_read(tree: Tree) -> None:
    tree(".automations.yml")
    assert found(".") == [".automations.yml"]


def test_a_whole_drive_is_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "scandir", None)
    (tmp_path / "everything").symlink_to(tmp_path.anchor, target_is_directory=True)
    for given in (tmp_path.anchor, f"{tmp_path.anchor}{os.pardir}", "everything", "."):
        if given == ".":
            monkeypatch.chdir(tmp_path.anchor)
        with pytest.raises(NoSuchPath, match=f"`{re.escape(given)}` is everything"):
            Discovery([given])
