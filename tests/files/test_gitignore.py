"""What ``.gitignore`` files keep from being read, compared with git itself."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.files.discovery import Discovery
from sociable.files.gitignore import MAX_BYTES, MAX_PATTERNS, NAME, Ignored
from sociable.files.wildcards import ANY_DEPTH, NoPattern, Part, all_fit, fits, part

FILES = (
    *(
        "a.yml",
        "b.yml",
        "keep.yml",
        "build/a.yml",
        "build/deep/b.yml",
        "src/a.yml",
        "src/build/a.yml",
        "src/deep/b.yml",
    ),
    *("src/deep/keep.yml", "logs/x.log.yml", "docs/a.yml", "docs/sub/a.yml", "a b.yml", "#c.yml", "!d.yml", "ä.yml"),
)


def make(root: Path, **ignored: str) -> None:
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    for name in FILES:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("sociable: 1\n", encoding="utf-8")
    for folder, text in ignored.items():
        (root / folder.strip("_") / ".gitignore").write_text(text, encoding="utf-8")


def by_git(root: Path) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard"],
        cwd=root,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
        check=True,
        capture_output=True,
        text=True,
    )
    return {name for name in listed.stdout.split("\0") if name.endswith(".yml")}


def by_us(root: Path, folder: str = ".") -> set[str]:
    return {str(Path(each.path).relative_to(root)) for each in Discovery([str(root / folder)]).candidates}


@pytest.mark.parametrize(
    "text",
    [
        "build/",
        "/build/",
        "build",
        "*.yml\n!keep.yml",
        "src/*\n!src/deep",
        "src/\n!src/deep/keep.yml",
        "/a.yml",
        "docs/**/a.yml",
        "**/deep",
        "deep/**",
        "*.log.*",
        "a\\ b.yml\n\\#c.yml\n\\!d.yml",
        "# a comment\n\n   \nb.yml   ",
        "[ab].yml",
        "src/?.yml",
        "*\n!*/\n!keep.yml",
        "ä.yml",
        "[",
        "a.yml\r\nb.yml\r\n",
    ],
)
def test_one_file(tmp_path: Path, text: str) -> None:
    make(tmp_path, _=text)
    assert by_us(tmp_path) == by_git(tmp_path)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("*.yml", "!a.yml"), ("a.yml", "!a.yml"), ("", "/deep/"), ("deep/", "!deep/"), ("src/", "!a.yml")],
)
def test_one_file_within_another(tmp_path: Path, outer: str, inner: str) -> None:
    make(tmp_path, _=outer, src=inner)
    assert by_us(tmp_path) == by_git(tmp_path)


def test_files_above_the_folder_count_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*", encoding="utf-8")
    root = tmp_path / "project"
    make(root, _="b.yml\n", src="a.yml")
    assert by_us(root, "src/deep") == {"src/deep/keep.yml"}
    assert by_us(root, "src") == {"src/deep/keep.yml"}
    assert "a.yml" in by_us(root)


def test_outside_of_a_repository_the_files_below_still_count(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / ".gitignore").write_text("a.yml", encoding="utf-8")
    for name in ("a.yml", "b.yml"):
        (folder / name).write_text("sociable: 1\n", encoding="utf-8")
    assert by_us(tmp_path, "folder") == {"folder/b.yml"}


def test_what_is_named_is_read_even_if_it_is_ignored(tmp_path: Path) -> None:
    make(tmp_path, _="build/\na.yml\n")
    assert by_us(tmp_path, "build") == {"build/a.yml", "build/deep/b.yml"}
    assert by_us(tmp_path, "a.yml") == {"a.yml"}


def test_what_is_ignored_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, _="build/\nsrc/a.yml\n")
    monkeypatch.chdir(tmp_path)
    skipped = Discovery(["."]).skipped
    assert [(each.path, each.reason) for each in skipped] == [
        ("build", "ignored by .gitignore"),
        ("src/a.yml", "ignored by .gitignore"),
        ("src/build", "ignored by .gitignore"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "*a*a*a*a*a*a*a*a*b",
        "*a*/*a*/*a*/*a*/*a*/*a*/*a*/*a*/*a*/b",
        "**/a/**/a/**/a/**/a/**/a/**/b",
        "?*?*?*?*?*?*?*?*?*?*z",
        "[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[0-9]",
        "**/*a*/**/*a*/**/*a*/**/*a*/**/z",
    ],
)
def test_a_pattern_made_to_take_forever_takes_as_long_as_others(tmp_path: Path, text: str) -> None:
    """Git itself takes forever, so it is not asked."""
    deep = tmp_path.joinpath(*["a" * 20] * 20)
    deep.mkdir(parents=True)
    (deep / ("a" * 200 + ".yml")).write_text("sociable: 1\n", encoding="utf-8")
    make(tmp_path, _=f"{text}\nb.yml\n")
    left_out = {each for each in FILES if each.endswith("b.yml") and each.rpartition("/")[2] == "b.yml"}
    assert by_us(tmp_path) - {str(next(deep.iterdir()).relative_to(tmp_path))} == {*FILES} - left_out


LETTERS = st.text("ab*?[]!^-\\/: ", max_size=12)


@settings(max_examples=300)
@given(LETTERS, st.lists(st.text("ab-[]!^ ", min_size=1, max_size=5), min_size=1, max_size=4))
def test_any_pattern_reads_any_name_in_few_steps(pattern: str, names: list[str]) -> None:
    """No name is compared with a part more often than there are names times parts."""
    counted = []

    class Counting:
        def __init__(self, inner: Part) -> None:
            self.inner = inner

        def fullmatch(self, name: str) -> object:
            counted.append(name)
            return True if fits(self.inner, name) else None

    try:
        parts = [part(each) for each in pattern.split("/")]
    except NoPattern:
        return
    counting = [each if each is ANY_DEPTH else Counting(each) for each in parts]
    assert all_fit(counting, names) == all_fit(parts, names)  # type: ignore[arg-type]
    assert len(counted) <= (len(names) + 1) * len(parts)


@pytest.mark.parametrize(
    "text",
    [
        "[[:alpha:]].yml", "[^[:digit:]].yml", "[!a].yml", "[]a].yml", "[z-a].yml", "[a-].yml", "\\a.yml", "a.yml\\",
        "**", "src/**/**/b.yml", "/**", "**a.yml", "s*c/d**p/*.yml", "!a.yml\n*.yml", "a.yml \\ ", "/", "//",
        "[[:none:]].yml", "src/[a-z]*/", "\ufeffa.yml", "**/src/**", "a b.yml\\ ",
    ],
)  # fmt: skip
def test_odd_lines(tmp_path: Path, text: str) -> None:
    make(tmp_path, _=text)
    assert by_us(tmp_path) == by_git(tmp_path)


@pytest.mark.parametrize(
    "lines", [["build/"], ["src/*", "!src/a.yml"], ["/src/deep"], ["ä.yml", "docs/**"], ["*.yml", "!keep.yml"], []]
)
def test_lines_from_elsewhere_leave_out_what_git_would(tmp_path: Path, lines: list[str]) -> None:
    make(tmp_path, _="\n".join(lines))
    ignored = Ignored.by(str(tmp_path), lines)
    assert {name for name in FILES if not ignored.file_or_one_above(str(tmp_path / name))} == by_git(tmp_path)


@pytest.mark.parametrize("where", ["", "src"])
def test_one_that_is_too_large_counts_up_to_a_line_and_is_told(tmp_path: Path, where: str) -> None:
    filling = "# nothing\n" * (MAX_BYTES // 10 - 1)
    half = "b.yml" + "x" * 100
    make(tmp_path, **{where or "_": f"a.yml\n{filling}{half}\nkeep.yml\n"})
    found = Discovery([str(tmp_path)])
    told = {Path(each.path).name for each in found.candidates if not where or "src" in each.path}
    assert "a.yml" not in told
    assert {"b.yml", "keep.yml"} <= told
    (problem,) = found.problems
    assert problem.span.path.endswith(".gitignore")
    assert problem.message == "only the first 64 KiB of this file count, and it is larger"


@pytest.mark.parametrize("where", [".gitignore", "src/.gitignore", "src/deep/.gitignore"])
def test_no_link_counts_as_for_git_and_each_is_told(tmp_path: Path, where: str) -> None:
    make(tmp_path)
    (tmp_path / "lines").write_text("*\n", encoding="utf-8")
    (tmp_path / where).symlink_to(tmp_path / "lines")
    assert by_us(tmp_path) == by_git(tmp_path)
    for looked_into in (tmp_path, tmp_path / "src/deep"):
        (problem,) = Discovery([str(looked_into)]).problems
        assert problem.span.path.endswith(where)
        assert problem.message.startswith("this is a link, so nothing is ignored because of it")


def test_one_that_is_as_large_as_may_be_is_not_told(tmp_path: Path) -> None:
    make(tmp_path, _="a.yml\n".ljust(MAX_BYTES, "#"))
    assert Discovery([str(tmp_path)]).problems == []


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        (MAX_PATTERNS + 1, 0, [""]),
        (MAX_PATTERNS - 1, 2, ["in"]),
        (MAX_PATTERNS // 2, MAX_PATTERNS // 2, []),
    ],
)
def test_patterns_in_force_at_one_place_are_bounded(tmp_path: Path, above: int, below: int, told: list[str]) -> None:
    (tmp_path / "in").mkdir()
    for folder, count in ((tmp_path, above), (tmp_path / "in", below)):
        (folder / NAME).write_text("".join(f"{each}.{count}\n" for each in range(count)))
    ignored = Ignored(str(tmp_path)).and_by_file_in(str(tmp_path)).and_by_file_in(str(tmp_path / "in"))
    assert [path for path, _ in ignored.problems] == [str(tmp_path / folder / NAME) for folder in told]
    assert all("2,000 patterns" in str(problem.message) for _, problem in ignored.problems)


def test_the_same_line_counts_once_where_it_stands_last(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("a.yml\n!a.yml\n" * MAX_PATTERNS + "a.yml\n")
    ignored = Ignored(str(tmp_path)).and_by_file_in(str(tmp_path))
    assert ignored.file(str(tmp_path / "a.yml"))
    assert not ignored.problems
