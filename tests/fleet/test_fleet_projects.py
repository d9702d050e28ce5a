from pathlib import Path

import pytest
from sociable.errors import NoSuchPath
from sociable.fleet.fleet_projects import projects_in


def made(folder: Path, *files: str) -> None:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def names(folder: Path) -> dict[str, list[str]]:
    def below(path: str) -> str:
        return Path(path).relative_to(folder).as_posix()

    return {below(part.name): [below(path) for path in part.paths] for part in projects_in(str(folder))}


def test_each_folder_below_is_one(tmp_path: Path) -> None:
    made(tmp_path, "b/x.yml", "a/deep/x.yml", "c/readme.txt")
    assert names(tmp_path) == {"a": ["a"], "b": ["b"], "c": ["c"]}


def test_each_folder_with_a_configuration_is_one(tmp_path: Path) -> None:
    made(tmp_path, "eu/a/sociable.toml", "eu/b/sociable.toml", "us/x.yml", "eu/a/old/sociable.toml")
    (tmp_path / "eu" / "c").mkdir()
    (tmp_path / "eu" / "c" / "pyproject.toml").write_text("[tool.sociable]\n")
    assert names(tmp_path) == {name: [name] for name in ("eu/a", "eu/b", "eu/c", "us")}


def test_no_file_is_left_out(tmp_path: Path) -> None:
    made(
        tmp_path,
        "loose.yml",
        "bridge.toml",
        "posts.csv",
        "note.txt",
        "eu/a/sociable.toml",
        "eu/rest.json",
        "eu/d/x.yml",
    )
    assert names(tmp_path) == {
        ".": ["bridge.toml", "loose.yml", "posts.csv"],
        "eu": ["eu/rest.json"],
        "eu/a": ["eu/a"],
        "eu/d": ["eu/d"],
    }


def test_a_configuration_at_the_top_is_about_all_and_no_project(tmp_path: Path) -> None:
    made(tmp_path, "sociable.toml", "a/x.yml", "b/x.yml")
    assert names(tmp_path) == {"a": ["a"], "b": ["b"]}


def test_somebody_elses_pyproject_makes_none(tmp_path: Path) -> None:
    made(tmp_path, "a/b/pyproject.toml", "a/x.yml")
    assert names(tmp_path) == {"a": ["a"]}


def test_a_broken_configuration_makes_one(tmp_path: Path) -> None:
    made(tmp_path, "a/b/sociable.toml")
    (tmp_path / "a" / "b" / "pyproject.toml").write_text("[tool.sociable]\n")
    assert names(tmp_path) == {"a/b": ["a/b"]}


def test_what_is_hidden_installed_or_a_link_is_none(tmp_path: Path) -> None:
    made(tmp_path, ".git/x.yml", "node_modules/x.yml", "a/.b/sociable.toml", "a/x.yml")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert names(tmp_path) == {"a": ["a"]}


def test_a_link_that_leads_back_to_itself_is_told_by_a_check_of_it(tmp_path: Path) -> None:
    made(tmp_path, "b/x.yml")
    for name in ("a.yml", "c", "sociable.toml", "b/sociable.toml"):
        (tmp_path / name).symlink_to(Path(name).name)
    assert names(tmp_path) == {".": ["a.yml"], "b": ["b"]}


def test_folders_whose_names_begin_alike(tmp_path: Path) -> None:
    made(tmp_path, "a/x.yml", "ab/c/sociable.toml")
    assert names(tmp_path) == {"a": ["a"], "ab/c": ["ab/c"]}


def test_there_has_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match="there is no folder"):
        projects_in(str(tmp_path / "missing"))


def test_a_whole_drive_is_no_fleet(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match="is everything on the computer"):
        projects_in(tmp_path.anchor)
