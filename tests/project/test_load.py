import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from sociable.documents.document import Document
from sociable.documents.yaml_tree import parse
from sociable.files.contents import MAX_BYTES
from sociable.findings.report import Skipped
from sociable.project.load import load, read_text
from sociable.readers import importers
from sociable.text.source import Source

from tests.calls import OUR_CODE
from tests.readers.automation_file.shapes import without_spans

FIRST = "sociable: 1\naccounts: {c: {platform: x}}\n"
SECOND = "sociable: 1\nautomations: [{id: a, account: c, when: mentioned, do: [like]}]\n"

FORGOTTEN = "nothing here is read, because `sociable: 1` is missing"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_everything_is_read_together(here: Path) -> None:
    (here / "b.yml").write_text(SECOND, encoding="utf-8")
    (here / "a.yml").write_text(FIRST, encoding="utf-8")
    reading = load(["."])
    assert reading.files == ("a.yml", "b.yml")
    assert [each.id.name for each in reading.setup.accounts] == ["c"]
    assert [str(each.span) for each in reading.setup.automations] == ["b.yml:2:15"]
    assert (reading.problems, reading.skipped) == ((), ())
    several = read_text("one.yml", f"{FIRST}---\n{SECOND}").setup
    assert without_spans(several._replace(files=reading.setup.files)) == without_spans(reading.setup)


def test_what_was_left_alone_is_listed_by_path_whoever_left_it(here: Path) -> None:
    (here / "m").mkdir()
    for name in ("a.yml", "z.yml"):
        (here / name).write_text("image: nginx\n", encoding="utf-8")
    (here / "loop.yml").symlink_to("m")
    assert [path for path, _ in load(["."]).skipped] == ["a.yml", "loop.yml", "z.yml"]


def test_what_comes_in_by_stdin_stands_for_the_file_of_that_name(here: Path) -> None:
    (here / "a.yml").write_text(FIRST, encoding="utf-8")
    reading = load(["."], stdin=("./a.yml", SECOND.encode()))
    assert reading.files == ("a.yml",)
    assert without_spans(reading.setup) == without_spans(read_text("a.yml", SECOND).setup)


def test_what_comes_in_by_stdin_keeps_the_place_of_the_file(here: Path) -> None:
    (here / "a.yml").write_text(FIRST, encoding="utf-8")
    (here / "b.yml").write_text(f"{FIRST}x: y\n", encoding="utf-8")
    typed = load(["b.yml", "."], stdin=("a.yml", b"sociable: 1\nx: y\naccounts: {c: {platform: x}}"))
    assert typed.files == ("a.yml", "b.yml")
    assert [account.span.path for account in typed.setup.accounts] == ["a.yml", "b.yml"]
    assert [problem.span.path for problem in typed.problems] == ["a.yml", "b.yml"]


def test_what_comes_in_by_stdin_is_read_with_the_rest(here: Path) -> None:
    (here / "a.yml").write_text(FIRST, encoding="utf-8")
    reading = load(["a.yml"], stdin=("typed.yml", SECOND.encode()))
    assert reading.files == ("a.yml", "typed.yml")
    assert reading.setup.automations[0].span.path == "typed.yml"
    (problem,) = load([], stdin=("typed.yml", b"a" * (MAX_BYTES + 1))).problems
    assert (problem.span.path, problem.message) == ("typed.yml", "the file is larger than 8 MiB")


@pytest.mark.parametrize(
    ("text", "found", "named"),
    [
        ("", "no `sociable:` line", "the file is empty"),
        ("# sociable\n", "the file is empty", "the file is empty"),
        ("on: push\n", "no `sociable:` line", "no `sociable:` line"),
        ("- sociable\n", "no `sociable:` line", "no `sociable:` line"),
        ("name: sociable\nname: twice\n", "no `sociable:` line", "no `sociable:` line"),
        ("accounts: {sociable: {}}\n", "no `sociable: 1` at the top", "no `sociable: 1` at the top"),
        ("automations: []\n", "no `sociable:` line", "no `sociable: 1` at the top"),
    ],
)
def test_what_is_no_automation_file_is_skipped(here: Path, text: str, found: str, named: str) -> None:
    (here / "a.yml").write_text(text, encoding="utf-8")
    for paths, reason in [(["."], found), (["a.yml"], named)]:
        reading = load(paths)
        assert (reading.skipped, reading.problems, reading.files) == ((Skipped("a.yml", reason),), (), ())


@pytest.mark.parametrize(
    "marker", ["sociabel: 1", "Sociable: 1", '"sociable ": 1', "socialbe: 1", "SOCIABLE: 1", "scoiable: '1'"]
)
@pytest.mark.parametrize("chosen", [True, False])
def test_a_misspelt_marker_is_told(here: Path, marker: str, chosen: bool) -> None:
    (here / "a.yml").write_text(FIRST.replace("sociable: 1", marker), encoding="utf-8")
    for paths in (["."], ["a.yml"]):
        reading = load(paths, chosen=chosen)
        assert (reading.files, reading.skipped) == ((), ())
        (problem,) = reading.problems
        word = marker.split(":")[0].strip('"').strip()
        assert (problem.rule, problem.message) == (
            "not-understood",
            f"`{word}:` is not `sociable:`, and without that nothing here is read",
        )
        assert (problem.span.line, problem.span.column, problem.advice) == (1, 1, "Write `sociable: 1`.")


@pytest.mark.parametrize(
    "text", ["social: 1\naccounts: {c: {platform: x}}\n", "sociabel: 1\n", "version: 1\naccounts: []\n"]
)
def test_a_file_of_another_program_is_left_alone(here: Path, text: str) -> None:
    (here / "a.yml").write_text(text, encoding="utf-8")
    assert load(["."]).problems == load(["a.yml"], chosen=False).problems == ()


@pytest.mark.parametrize("body", ["accounts: {c: {platform: x}}", "automations: [{id: a, when: liked, do: [like]}]"])
def test_a_forgotten_marker_is_told_of_a_file_that_was_named(here: Path, body: str) -> None:
    (here / "a.yml").write_text(f"# ours\n{body}\n", encoding="utf-8")
    (problem,) = load(["a.yml"]).problems
    assert (problem.span.line, problem.span.column, problem.message) == (2, 1, FORGOTTEN)
    assert load(["a.yml"], chosen=False).problems == ()


def test_a_forgotten_marker_is_told_of_a_document_among_others(here: Path) -> None:
    body = SECOND.removeprefix("sociable: 1\n")
    (here / "a.yml").write_text(f"{FIRST}---\n{body}---\nname: x\n", encoding="utf-8")
    reading = load(["."], chosen=False)
    assert [(each.span.line, each.message, each.advice) for each in reading.problems] == [
        (4, FORGOTTEN, "Write `sociable: 1` as the first line of each document, also after `---`.")
    ]
    assert (reading.files, len(reading.setup.accounts), len(reading.setup.automations)) == (("a.yml",), 1, 0)
    assert reading.skipped == (Skipped("a.yml", "the document at line 6 has no `sociable:` line"),)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("sociable: 1\na: }\n", True),
        ('{"sociable": 1, "a": ]}', True),
        ('{\n\t"$schema": "x", "sociable" : 1, ]}', True),
        ("repos:\n  - id: sociable\n    a: }\n", False),
        ("image: {{ sociable }}\na: }\n", False),
        ("services:\n  sociable:\n    a: }\n", False),
        ("# sociable is a linter\na: ]\n", False),
    ],
)
def test_a_broken_file_that_was_only_found_has_to_show_that_it_is_meant(here: Path, text: str, meant: bool) -> None:
    (here / "a.yml").write_text(text, encoding="utf-8")
    reading = load(["."])
    assert [each.rule for each in reading.problems] == ["broken-yaml"] * meant
    assert [each.reason.split(",")[0] for each in reading.skipped] == ["no `sociable:` line"] * (not meant)
    assert [each.rule for each in load(["a.yml"]).problems] == ["broken-yaml"]


def test_a_file_in_another_encoding_has_to_show_that_it_is_meant_as_well(here: Path) -> None:
    (here / "a.yml").write_bytes(b"sociable: 1 # caf\xe9\n")
    (here / "b.yml").write_bytes(b"# sociable caf\xe9\n")
    reading = load(["."])
    assert [(each.rule, str(each.span)) for each in reading.problems] == [("unreadable-file", "a.yml:1:18")]
    assert reading.skipped == (Skipped("b.yml", "no `sociable:` line, and byte 15 (0xE9) is not UTF-8 text"),)


def test_other_encodings_are_found_too(here: Path) -> None:
    for codec in ("utf-16", "utf-32", "utf-8-sig"):
        (here / f"{codec}.yml").write_text(FIRST, encoding=codec)
    assert len(load(["."]).files) == 3


def test_a_file_that_is_too_large(here: Path) -> None:
    (here / "a.yml").write_text(FIRST + "#" * MAX_BYTES, encoding="utf-8")
    (here / "b.json").write_text("[" + "1," * (MAX_BYTES // 2) + "1]", encoding="utf-8")
    (here / "c.json").write_text('["sociable"' + ",1" * (MAX_BYTES // 2) + "]", encoding="utf-8")
    reading = load(["."])
    assert [(each.rule, each.span.path, each.message) for each in reading.problems] == [
        ("unreadable-file", "a.yml", "the file is larger than 8 MiB")
    ]
    assert reading.problems[0].advice == "Spread the automations over several files; they are linted together."
    assert [each.path for each in reading.skipped] == ["b.json", "c.json"]


def test_a_document_that_was_let_go_is_parsed_again() -> None:
    documents = read_text("one.yml", FIRST).documents
    first = documents["one.yml"]
    assert documents["one.yml"] is first
    documents.let_go()
    assert documents["one.yml"] is not first
    assert documents["one.yml"].source.text == FIRST


def test_documents_that_are_no_automation_file_are_skipped_by_themselves() -> None:
    reading = read_text("a.yml", f"{FIRST}---\nname: x\n---\n- y\n---\nautomations: []\n---\n{SECOND}")
    assert (len(reading.setup.accounts), len(reading.setup.automations), reading.files) == (1, 1, ("a.yml",))
    assert reading.skipped == (
        Skipped("a.yml", "the document at line 4 has no `sociable:` line"),
        Skipped("a.yml", "the document at line 6 has no `sociable:` line"),
        Skipped("a.yml", "the document at line 8 has no `sociable: 1` at the top"),
    )


def test_what_stands_before_a_broken_document_is_read() -> None:
    reading = read_text("a.yml", f"{FIRST}---\n{SECOND}---\na: }}\n")
    assert (len(reading.setup.accounts), len(reading.setup.automations)) == (1, 1)
    assert [each.rule for each in reading.problems] == ["broken-yaml"]


def test_one_bad_file_hides_nothing_of_the_others(here: Path) -> None:
    (here / "a.yml").write_text("sociable: 1\na: }\n", encoding="utf-8")
    (here / "b.yml").write_text(FIRST + "x: y\n", encoding="utf-8")
    (here / "c.yml").write_text(SECOND, encoding="utf-8")
    (here / "d.yml").symlink_to("gone")
    reading = load(["."])
    assert (len(reading.setup.accounts), len(reading.setup.automations)) == (1, 1)
    assert [(each.rule, each.span.path) for each in reading.problems] == [
        ("broken-yaml", "a.yml"),
        ("not-understood", "b.yml"),
        ("unreadable-file", "d.yml"),
    ]


@pytest.mark.parametrize("error", [RuntimeError, RecursionError, MemoryError, KeyError])
def test_a_mistake_of_ours_is_told_of_that_file_alone(here: Path, error: type[Exception]) -> None:
    for name in ("a.yml", "b.yml"):
        (here / name).write_text(FIRST, encoding="utf-8")
    calls = iter([error("secret"), None])

    def parse_or_fail(source: Source) -> Document:
        raised = next(calls)
        if raised is not None:
            raise raised
        return parse(source)

    ours, *_ = importers.IMPORTERS
    with patch.object(importers, "IMPORTERS", (ours._replace(parse=parse_or_fail),)):
        reading = load(["."])
    assert [(each.rule, each.span.path, each.message, each.advice) for each in reading.problems] == [
        (
            "unreadable-file",
            "a.yml",
            "a mistake of ours kept this file from being read",
            "Please report it.",
        )
    ]
    assert reading.files == ("b.yml",)
    (fault,) = reading.faults
    assert fault.startswith(f"the importer `{ours.name}` on a.yml stopped at an internal error: {error.__name__}")


def test_a_file_that_goes_away_meanwhile(here: Path) -> None:
    (here / "a.yml").write_text(FIRST, encoding="utf-8")
    with patch("sociable.project.load.read_contents", side_effect=FileNotFoundError(2, "No such file", "a.yml")):
        (problem,) = load(["a.yml"]).problems
    assert problem.message == "the file cannot be read: No such file"


def test_progress_is_told_after_each_file(here: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (here / name).write_text(FIRST, encoding="utf-8")
    told: list[tuple[int, int]] = []
    load(["."], stdin=("c.yml", b""), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_which_files_are_under_which_paths(here: Path) -> None:
    (here / "a").mkdir()
    (here / "ab").mkdir()
    for name in ("a/x.yml", "ab/y.yml", "z.yml"):
        (here / name).write_text(FIRST, encoding="utf-8")
    (here / "a" / "broken.yml").write_text("sociable: }\n", encoding="utf-8")
    reading = load(["."])
    assert reading.under(["a"]) == {"a/x.yml", "a/broken.yml"}
    assert reading.under(["z.yml", str(here / "ab")]) == {"z.yml", "ab/y.yml"}
    assert reading.under(["."]) == {"a/x.yml", "a/broken.yml", "ab/y.yml", "z.yml"}


def test_a_plain_file_needs_no_slow_imports(here: Path) -> None:
    automation = (
        "{id: a, account: c, when: {event: mentioned}, if: not event.user.is_bot, do: [{follow: followers_of(x)}]}"
    )
    (here / "a.yml").write_text(f"{FIRST}automations: [{automation}]\n", encoding="utf-8")
    program = (
        "import sys; from sociable.project.load import load; reading = load(['a.yml']);"
        "assert len(reading.setup.automations) == 1 and not reading.problems;"
        "print(*{'lark', 'jsonschema', 'difflib', 'typer', 'dataclasses', 'pathlib'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=here,
        env={"PYTHONPATH": OUR_CODE},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "\n"


def test_our_own_configuration_is_not_counted_as_left_out(here: Path) -> None:
    Path("sociable.toml").write_text("# nothing yet\n")
    assert load(["."]).skipped == ()
    assert [each.path for each in load(["sociable.toml"]).skipped] == ["sociable.toml"]
