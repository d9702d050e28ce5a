"""What is told at the terminal, on which stream, with which exit code, and how it looks there."""

import errno
import os
import signal
import sys
from io import StringIO
from pathlib import Path

import pytest
from sociable.cli import console
from sociable.cli.console import BadCall, NothingToDo
from sociable.errors import BrokenRules, NoStream
from sociable.findings.problem import Problem
from sociable.text.source import Source, Span

ACTS = "a\x1b[31m\u202e\n##[error]b ##vso[c]d section_start:1:e ghp_" + "a1B2" * 9
SHOWN = r"a\u{1b}[31m\u{202e} \u{23}#[error]b \u{23}#vso[c]d section\u{5f}start:1:e "
PLACE = Span(Source("a\x1b.md", "\n\nxy"), 3, 4)


class Stream(StringIO):
    """A stream that may be a terminal."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture(autouse=True)
def _nothing_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "SOCIABLE_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)


# -------------------------------------------------------------------------------------- what is said


def test_a_complaint_is_one_line_in_which_nothing_acts(capsys: pytest.CaptureFixture[str]) -> None:
    assert console.complain(ACTS, "::error::x") == console.FAILED
    said = capsys.readouterr()
    first, second = said.err.splitlines()
    assert first.startswith(f"sociable: {SHOWN}")
    assert "a1B2a1B2" not in first
    assert second == r"sociable: \u{3a}:error::x"
    assert said.out == ""


def test_a_complaint_ends_with_the_code_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert console.complain("x", code=console.NOTHING) == 3
    assert console.tell(["y"], console.FOUND) == 1
    assert capsys.readouterr().err == "sociable: x\ny\n"


@pytest.mark.parametrize("line", ["::error::x", " ::add-mask::x", "##[error]x", "section_end:1:x", "##vso[a]x"])
def test_no_line_that_is_told_or_said_is_a_command(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    console.tell([line, "b"], 0)
    console.say(line, "b")
    said = capsys.readouterr()
    assert said.out == said.err
    assert said.out.endswith("x\nb\n")
    assert not said.out.lstrip().startswith(("::", "##", "section_end:"))


def test_a_fault_asks_to_be_reported_and_tells_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    assert console.complain_of_faults(["`a` failed"]) == 2
    assert capsys.readouterr().err == "sociable: `a` failed. Please report it; everything else is told.\n"


def test_what_is_wrong_with_pages_is_told_at_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [Problem("odd", PLACE, "a\x1b", "Do this."), Problem("odd", PLACE, "b", "")]
    assert console.complain_of(problems) == 2
    assert capsys.readouterr().err.splitlines() == [
        r"sociable: a\u{1b}.md:3:2: a\u{1b}. Do this.",
        r"sociable: a\u{1b}.md:3:2: b.",
    ]


def test_where_standard_error_is_full_the_exit_code_has_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "full")

    given_up: list[object] = []
    monkeypatch.setattr(console, "_give_up", given_up.append)
    monkeypatch.setattr(sys, "stderr", stream := Full())
    assert console.complain("x", code=3) == 3
    assert given_up == [stream]


def test_closed_standard_input_is_told_with_what_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert console.require_input("so what") is sys.stdin
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(NoStream, match=r"^standard input is closed, so what$"):
        console.require_input("so what")


@pytest.mark.parametrize(
    ("path", "error", "why"),
    [
        ("gone/a.md", FileNotFoundError(2, "No such file"), "there is no folder gone"),
        ("gone/a.md", NotADirectoryError(20, "Not a directory"), "there is no folder gone"),
        ("gone/a.md", PermissionError(13, "Permission denied"), "Permission denied"),
        (os.path.join(os.path.dirname(__file__), "a.md"), FileNotFoundError(2, "No such file"), "No such file"),
        ("a.md", FileNotFoundError(2, "No such file"), "No such file"),
        ("a.md", OSError("it is full"), "OSError"),
    ],
)
def test_what_cannot_be_written_is_told_with_the_reason(path: str, error: OSError, why: str) -> None:
    with pytest.raises(BadCall) as raised, console.writing(path):
        raise error
    assert str(raised.value) == f"{path} cannot be written: {why}"


def test_another_mistake_while_a_file_is_written_is_left_alone() -> None:
    with pytest.raises(KeyError), console.writing("a.md"):
        raise KeyError
    with console.writing("a.md"):
        pass


def test_only_a_closed_pipe_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    given_up: list[object] = []
    monkeypatch.setattr(console, "_give_up", given_up.append)
    with console.quiet_pipe():
        raise BrokenPipeError
    assert given_up == [sys.stdout]
    with pytest.raises(OSError, match="other"), console.quiet_pipe():
        raise OSError("other")
    with console.quiet_pipe():
        pass
    assert len(given_up) == 1


# ------------------------------------------------------------------------------------- how it looks


@pytest.mark.parametrize(
    ("terminal", "when", "variables", "coloured"),
    [
        (True, "auto", {}, True),
        (False, "auto", {}, False),
        (False, "always", {}, True),
        (True, "never", {}, False),
        (True, "auto", {"TERM": "dumb"}, False),
        (True, "auto", {"NO_COLOR": "1"}, False),
        (True, "auto", {"NO_COLOR": ""}, True),
        (True, "always", {"NO_COLOR": "1"}, True),
        (False, "auto", {"FORCE_COLOR": "1"}, True),
        (True, "never", {"FORCE_COLOR": "1"}, False),
        (False, "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour(
    terminal: bool, when: str, variables: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert console.wants_colour(Stream(terminal), when) is coloured
    style = console.style_for(Stream(terminal), verbose=True, colour=when)
    assert (style.colour, style.verbose) == (coloured, True)
    assert style.links is (coloured and terminal)


def test_the_console_of_linux_gets_no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    style = console.style_for(Stream(terminal=True))
    assert (style.colour, style.links, style.verbose, style.width) == (True, False, False, console.DEFAULT_WIDTH)
    assert console.wants_colour(Stream(terminal=True))


@pytest.mark.parametrize(
    ("columns", "width"),
    [("72", 72), ("1", 1), ("0", 100), ("-5", 100), ("x", 100), ("", 100), ("999999999", 999999999), ("9" * 5000, 100)],
)
def test_columns(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert console.width(Stream(terminal=False)) == width


@pytest.mark.parametrize(("said", "width"), [(0, 100), (57, 57)])
def test_the_width_of_a_terminal(said: int, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((said, 20)))
    with open(os.devnull, "w", encoding="utf-8") as stream:
        assert console.width(stream) == width


# ----------------------------------------------------------------------------------- how a run ends


MORE = "(SOCIABLE_TRACEBACK=1 shows more; please report it)\n"


def ended(error: BaseException) -> int:
    def fails(_: list[str]) -> int:
        raise error

    return console.guarded(fails, [])


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BadCall("no"), 2, "sociable: no\n"),
        (NothingToDo("nothing"), 3, "sociable: nothing\n"),
        (BrokenRules((Problem("odd", PLACE, "a", "b"),)), 2, "sociable: a\\u{1b}.md:3:2: a. b\n"),
        (MemoryError(), 2, "sociable: there is not enough memory for this: ask about fewer files at a time\n"),
        (
            ValueError("one\ntwo"),
            2,
            f"sociable: internal error: ValueError: one {MORE}",
        ),
        (
            ValueError(),
            2,
            f"sociable: internal error: ValueError: no details {MORE}",
        ),
        (
            FileNotFoundError(errno.ENOSPC, "Full", "a.yml"),
            2,
            f"sociable: internal error: FileNotFoundError: [Errno {errno.ENOSPC}] Full: 'a.yml' {MORE}",
        ),
    ],
)
def test_how_a_run_ends(error: BaseException, code: int, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(error) == code
    assert capsys.readouterr() == ("", says)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF])
def test_no_room_is_told(number: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    given_up: list[object] = []
    monkeypatch.setattr(console, "_give_up", given_up.append)
    assert ended(OSError(number, "Full")) == 2
    assert capsys.readouterr().err == "sociable: the report could not be written: Full\n"
    assert given_up == [sys.stdout]


def test_another_mistake_of_the_system_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(OSError(errno.EACCES, "no")) == 2
    assert "internal error: PermissionError" in capsys.readouterr().err


def test_ctrl_c_that_was_taken_for_a_mistake_is_known_by_its_cause(capsys: pytest.CaptureFixture[str]) -> None:
    error = RuntimeError("a class could not be made")
    error.__cause__ = KeyboardInterrupt()
    assert ended(error) == 130
    assert capsys.readouterr() == ("", "")


def test_sigterm_ends_it() -> None:
    error = RuntimeError("a class could not be made")
    error.__cause__ = SystemExit(128 + signal.SIGTERM)
    with pytest.raises(SystemExit) as raised:
        ended(error)
    assert raised.value.code == 143


def test_a_traceback_is_shown_to_who_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIABLE_TRACEBACK", "1")
    with pytest.raises(ValueError, match="odd"):
        ended(ValueError("odd"))
    assert ended(KeyboardInterrupt()) == 130
    error = RuntimeError()
    error.__cause__ = KeyboardInterrupt()
    assert ended(error) == 130


def test_closed_standard_output_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert console.guarded(lambda _: 0, []) == 2
    assert capsys.readouterr().err == "sociable: standard output is closed, so there is nowhere to write to\n"


def test_closed_standard_error_keeps_nothing_from_running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert console.guarded(lambda _: console.complain("é", code=1), []) == 1
    assert sys.stderr.name == os.devnull
    sys.stderr.close()


def test_what_a_stream_cannot_hold_is_written_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "out"
    with path.open("w", encoding="ascii") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert console.guarded(lambda arguments: stream.write(*arguments), ["é\n"]) == 2
        monkeypatch.undo()
    assert path.read_text(encoding="ascii") == "\\xe9\n"
