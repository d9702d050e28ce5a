"""The command from outside: a process with arguments and streams that ends with an exit code."""

import errno
import json
import os
import pty
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.calls import OUR_CODE

ROOT = Path(__file__).parents[2]

CLEAN = """\
sociable: 1
accounts:
  library:
    platform: x
    handle: "@town_library"
    automated_label: true
    operator: "@librarian"
    inbox: {read_by: front desk, reply_within: 1 day}
automations:
  - id: help-desk
    account: library
    purpose: support
    when: {event: mentioned, contains: [help]}
    if: [not event.user.is_bot, event.user.followers < 10000]
    do:
      - reply: "Hello {{ event.user.name }}, a colleague looks at this today."
      - assign: {to: front desk, text: "{{ event.post.url }}"}
    once_per: user per day
    stop_on: [stop]
"""
SHAMING = """\
sociable: 1
accounts:
  council: {platform: bluesky, handle: "@council.example", automated_label: true, inbox: {read_by: press office}}
automations:
  - id: name-and-shame
    account: council
    when: unfollowed
    do:
      - post: "{{ event.user.handle }} has just unfollowed us."
"""
WARNING = """\
sociable: 1
accounts:
  clinic: {platform: facebook, handle: Example Clinic, inbox: unread}
automations:
  - id: thanks
    account: clinic
    when: messaged
    do:
      - dm: "Thank you for your message!"
"""
FOLLOW_BACK = """\
sociable: 1
accounts:
  {account}: {{platform: x, handle: "@{account}", automated_label: true, operator: "@o", inbox: {{read_by: owner}}}}
automations:
  - id: {account}-follows-back
    account: {account}
    when: followed
    do: [follow: event.user]
"""
OTHER_YAML = "services: {web: {image: nginx}}\n"

Run = Callable[..., subprocess.CompletedProcess[str]]


def surroundings(**variables: str) -> dict[str, str]:
    """The environment of a process: of our own settings only those that are named."""
    hidden = ("NO_COLOR", "COLUMNS", "TERM", "PYTHONHASHSEED", "SOCIABLE_TRACEBACK")
    inherited = {name: value for name, value in os.environ.items() if name not in hidden}
    return inherited | {"PYTHONPATH": OUR_CODE, "PYTHONIOENCODING": "utf-8"} | variables


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in a folder of its own."""

    def run(*arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sociable", *arguments],
            cwd=tmp_path,
            env=surroundings(**variables),
            input=stdin,
            capture_output=True,
            encoding="utf-8",
        )

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("clean.yml", CLEAN), ("shaming.yml", SHAMING), ("warning.yml", WARNING)):
        (tmp_path / name).write_text(text)
    (tmp_path / "empty").mkdir()
    return tmp_path


# ------------------------------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "clean.yml"], 0),
        (["check", "shaming.yml"], 1),
        (["check", "warning.yml"], 1),
        (["check", "warning.yml", "--fail-on", "error"], 0),
        (["check", "shaming.yml", "--fail-on", "error"], 1),
        (["check"], 1),
        (["check", "empty"], 3),
        (["check", "empty", "--allow-nothing"], 0),
        (["check", "missing.yml"], 2),
        (["check", "--no-such-option"], 2),
        (["check", "--format", "no-such-format", "clean.yml"], 2),
        (["no-such-command"], 2),
        (["explain", "no-such-rule"], 2),
        (["check", "--why", "shaming.yml"], 1),
        (["check", "--why-not", "unfollow-shaming", "clean.yml"], 0),
        (["check", "--why-not", "unfollow-shaming:help-desk", "."], 0),
        (["check", "--why-not", "unfolow-shaming", "clean.yml"], 2),
        (["check", "--why-not", "unfollow-shaming:no-such-automation", "clean.yml"], 2),
        (["check", "--why-not", "unfollow-shaming", "--format", "json", "clean.yml"], 2),
        (["check", "--why-not", "unfollow-shaming", "missing.yml"], 2),
        (["query", "for each step s", "."], 0),
        (["query", "for each step s when s.verb is vote", "."], 0),
        (["query", "for each stepp s", "."], 2),
        (["query", "for each step s", "missing.yml"], 2),
        (["--version"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_the_exit_code_says_how_it_went(run: Run, folder: Path, arguments: list[str], code: int) -> None:
    result = run(*arguments)
    assert result.returncode == code
    assert bool(result.stderr) == (code == 2)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", [["query", "for each step s"], ["check", "--why-not", "bulk-dm"]])
def test_without_automation_files_no_question_has_an_answer(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "compose.yml").write_text(OTHER_YAML)
    result = run(*arguments, ".")
    assert (result.returncode, result.stdout) == (3, "")
    assert "no automation files" in result.stderr


def test_what_a_question_could_not_read_is_told_beside_the_answer(run: Run, folder: Path) -> None:
    (folder / "broken.yml").write_text("sociable: 1\nautomations: [\n")
    result = run("query", "for each step s when s.verb is assign", ".")
    assert result.returncode == 0
    assert "1 match in 3 files" in result.stdout
    assert "broken.yml:" in result.stderr
    assert run("query", "for each step s", "-", stdin=WARNING).stdout.count("stdin.yml:") == 1


def test_an_automation_that_does_not_run_is_said_not_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "off.yml").write_text(SHAMING.replace("when:", "enabled: false\n    when:"))
    result = run("check", "--why-not", "unfollow-shaming:name-and-shame", "off.yml")
    assert result.returncode == 2
    assert result.stderr == "sociable: `name-and-shame` is switched off (off.yml:5:9): no rule looks at it.\n"


def test_a_missing_path_is_named_with_what_may_have_been_meant(run: Run, folder: Path) -> None:
    result = run("check", "shamming.yml")
    assert result.returncode == 2
    assert result.stdout == ""
    assert "`shamming.yml`" in result.stderr
    assert "Did you mean `shaming.yml`?" in result.stderr


def test_a_folder_without_automation_files_is_nothing_to_lint(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compose.yml").write_text(OTHER_YAML)
    result = run("check", ".")
    assert result.returncode == 3
    assert "no automation files" in result.stdout


@pytest.mark.parametrize("kind", ["latin-1", "a link to itself", "a pipe", "no permission"])
def test_a_file_that_cannot_be_read_hides_nothing(run: Run, folder: Path, kind: str) -> None:
    bad = folder / "bad.yml"
    if kind == "latin-1":
        bad.write_bytes("sociable: 1  # für\n".encode("latin-1"))
    elif kind == "a link to itself":
        bad.symlink_to("bad.yml")
    elif kind == "a pipe":
        os.mkfifo(bad)
    else:
        bad.write_text(CLEAN)
        bad.chmod(0)
        if os.access(bad, os.R_OK):
            pytest.skip("this user may read everything")

    result = run("check", "bad.yml", "shaming.yml")

    assert result.returncode == 1
    assert result.stdout.count("error[unreadable-file]") == 1
    assert "--> bad.yml:1:" in result.stdout
    assert "error[unfollow-shaming]" in result.stdout
    assert result.stderr == ""


# ---------------------------------------------------------------------------------------- streams


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    automations = SHAMING.partition("automations:\n")
    many = [automations[2].replace("name-and-shame", f"name-and-shame-{number}") for number in range(500)]
    (tmp_path / "many.yml").write_text("".join([*automations[:2], *many]))
    with subprocess.Popen(
        [sys.executable, "-m", "sociable", "check", "many.yml"],
        cwd=tmp_path,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"error[unfollow-shaming]")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


@pytest.mark.parametrize(
    "arguments", ["rules list", "rules test", "explain unfollow-shaming", "graph clean.yml", "--help"]
)
def test_nobody_reading_at_all_is_no_finding(folder: Path, arguments: str) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "sociable", *arguments.split()]
    process = subprocess.run(command, cwd=folder, env=surroundings(), stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    assert (process.returncode, process.stderr) == (0, b"")


def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    script = """
        import os, signal, sys, types
        from sociable.__main__ import main

        def interrupted(size):
            signal.raise_signal(signal.SIGINT)

        sys.argv = ["sociable", "check", "-"]
        sys.stdin = types.SimpleNamespace(buffer=types.SimpleNamespace(read=interrupted))
        main()
    """
    result = python(script, tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (130, "", "")


def test_an_interrupt_is_quiet_while_modules_are_still_imported(tmp_path: Path) -> None:
    script = """
        import signal
        import sociable.__main__
        signal.raise_signal(signal.SIGINT)
    """
    result = python(script, tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (130, "", "")


def test_an_interrupt_while_a_class_is_made_is_quiet(tmp_path: Path) -> None:
    """Python 3.11 makes another exception of it."""
    script = """
        from sociable.cli.console import guarded

        class Interrupted:
            def __set_name__(self, owner, name):
                raise KeyboardInterrupt

        def run(arguments):
            class Holder:
                interrupted = Interrupted()

        raise SystemExit(guarded(run, []))
    """
    result = python(script, tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (130, "", "")


def test_who_has_interrupts_ignored_is_obeyed(tmp_path: Path) -> None:
    script = """
        import signal
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        import sociable.__main__
        signal.raise_signal(signal.SIGINT)
    """
    assert python(script, tmp_path).returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only where there is a device that is always full")
@pytest.mark.parametrize("call", [["check", "."], ["check", "--format", "json", "."], ["rules", "list"], ["--version"]])
def test_no_room_for_the_report(folder: Path, call: list[str]) -> None:
    (folder / "a.yml").write_text(SHAMING, encoding="utf-8")
    assert redirected(call, "> /dev/full", folder) == (
        2,
        "sociable: the report could not be written: No space left on device\n",
    )
    assert redirected(call, "> /dev/full 2> /dev/full", folder) == (2, "")


@pytest.mark.parametrize(
    ("call", "how", "code", "message"),
    [
        (["check", "."], ">&-", 2, "sociable: standard output is closed, so there is nowhere to write to\n"),
        (["check", "."], ">&- 2>&-", 2, ""),
        (["check", "."], "> /dev/null 2>&-", 1, ""),
        (["check", "-"], "<&-", 2, "sociable: standard input is closed, so `-` has nothing to read\n"),
        (["import", "-"], "<&-", 2, "sociable: standard input is closed, so `-` has nothing to read\n"),
        (["server"], "<&-", 2, "sociable: standard input is closed, so nobody is there to talk to\n"),
        (["mcp"], "<&-", 2, "sociable: standard input is closed, so nobody is there to talk to\n"),
    ],
)
def test_closed_streams(folder: Path, call: list[str], how: str, code: int, message: str) -> None:
    (folder / "a.yml").write_text(SHAMING, encoding="utf-8")
    assert redirected(call, how, folder) == (code, message)


def redirected(call: list[str], how: str, folder: Path) -> tuple[int, str]:
    """The exit code of a call whose streams the shell has redirected, and what it said on stderr."""
    line = f"{shlex.join([sys.executable, '-m', 'sociable', *call])} {how}"
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env={"PYTHONPATH": OUR_CODE}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("also", ["", "import threading; threading.Thread(target=sleep, args=(0.1,)).start()"])
def test_what_waits_for_the_end_is_done(folder: Path, also: str) -> None:
    script = f"""
        import atexit
        import sys
        from time import sleep
        from sociable.__main__ import main

        {also}
        sys.argv = ["sociable", "--version"]
        atexit.register(lambda: print("the end"))
        main()
    """
    result = python(script, folder)
    assert (result.returncode, result.stdout.splitlines()[-1], result.stderr) == (0, "the end", "")


def test_a_fault_of_ours_is_one_line_without_a_traceback(tmp_path: Path) -> None:
    script = """
        import sys
        import sociable.cli.commands.check
        from sociable.__main__ import main

        def broken(call):
            raise ZeroDivisionError("first line\\nsecond line")

        sociable.cli.commands.check.run = broken
        sys.argv = ["sociable", "check"]
        main()
    """
    result = python(script, tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("sociable: internal error: ZeroDivisionError: first line (")
    assert result.stderr.count("\n") == 1
    assert "Traceback" in python(script, tmp_path, SOCIABLE_TRACEBACK="1").stderr


def test_too_little_memory_is_no_fault_of_ours(tmp_path: Path) -> None:
    script = """
        import sys
        import sociable.cli.commands.check
        from sociable.__main__ import main

        sociable.cli.commands.check.run = lambda call: bytearray(sys.maxsize - 1)
        sys.argv = ["sociable", "check"]
        main()
    """
    result = python(script, tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "sociable: there is not enough memory for this: ask about fewer files at a time\n"


def test_a_file_that_fails_is_not_taken_for_the_report(tmp_path: Path) -> None:
    script = """
        import errno
        import sys
        import sociable.cli.commands.check
        from sociable.__main__ import main

        def broken(options):
            raise OSError(errno.EIO, "Input/output error", "a.yml")

        sociable.cli.commands.check.run = broken
        sys.argv = ["sociable", "check"]
        main()
    """
    result = python(script, tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("sociable: internal error: OSError: ")


def test_what_the_terminal_cannot_write_is_written_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shaming.yml").write_text(SHAMING.replace("has just", "\u017eust now has"), encoding="utf-8")
    result = run("check", "shaming.yml", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (1, "")
    assert "\\u017eust now has unfollowed us" in result.stdout


def python(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=folder,
        env=surroundings(**variables),
        capture_output=True,
        encoding="utf-8",
    )


def test_standard_input_goes_by_the_name_it_is_given(run: Run) -> None:
    named = run("check", "-", "--stdin-filename", "council/rules.yml", stdin=SHAMING)
    assert named.returncode == 1
    assert "--> council/rules.yml:9:" in named.stdout
    assert run("check", "-", "--stdin-filename", "shop.json", stdin="{").stdout.count("--> shop.json:1:") == 1

    unnamed = run("check", "-", stdin=SHAMING)
    assert unnamed.returncode == 1
    assert "--> stdin.yml:9:" in unnamed.stdout


def test_standard_input_is_linted_together_with_files(run: Run, tmp_path: Path) -> None:
    accounts, _, automations = SHAMING.partition("automations:")
    (tmp_path / "accounts.yml").write_text(accounts)
    rest = f"sociable: 1\nautomations:{automations}"
    assert "unknown-account" in run("check", "-", stdin=rest).stdout
    assert "unknown-account" not in run("check", "-", "accounts.yml", stdin=rest).stdout


def test_skipped_files_are_counted_and_with_v_listed(run: Run, folder: Path) -> None:
    (folder / "compose.yml").write_text(OTHER_YAML)
    (folder / ".gitignore").write_text("drafts/\n")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "draft.yml").write_text(SHAMING)

    brief, full = run("check"), run("check", "-v")

    assert "skipped 2 files" in brief.stdout
    assert "compose.yml" not in brief.stdout
    assert re.search(r"^skipped compose\.yml: no `sociable:` line$", full.stdout, re.MULTILINE)
    assert re.search(r"^skipped drafts/?: ignored by \.gitignore$", full.stdout, re.MULTILINE)
    assert "drafts" not in brief.stdout


# -------------------------------------------------------------------------------- colour and width


def on_a_terminal(folder: Path, *arguments: str, **variables: str) -> str:
    """What the command writes when stdout is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "sociable", *arguments],
        cwd=folder,
        env=surroundings(**variables),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(theirs)
        written = b""
        while chunk := _read(ours):
            written += chunk
        os.close(ours)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    return written.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError as error:
        if error.errno == errno.EIO:  # how Linux says that the other end is closed
            return b""
        raise


def test_colour_is_for_terminals_that_want_it(run: Run, folder: Path) -> None:
    assert "\x1b[1;31merror" in on_a_terminal(folder, "check", "shaming.yml", TERM="xterm")
    assert "\x1b" not in on_a_terminal(folder, "check", "shaming.yml", TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(folder, "check", "shaming.yml", TERM="dumb")
    assert "\x1b" not in run("check", "shaming.yml", TERM="xterm").stdout


@pytest.mark.parametrize("columns", [50, 72, 140])
def test_lines_are_as_long_as_columns_says(run: Run, folder: Path, columns: int) -> None:
    lines = run("check", "shaming.yml", COLUMNS=str(columns)).stdout.splitlines()
    longest = max(len(line) for line in lines if "-->" not in line and "://" not in line)
    assert columns - 15 < longest <= columns


def test_columns_that_are_none_say_nothing(run: Run, folder: Path) -> None:
    said = run("check", "shaming.yml").stdout
    assert run("check", "shaming.yml", COLUMNS="0").stdout == said
    assert run("check", "shaming.yml", COLUMNS="9" * 5000).stdout == said
    assert run("check", "shaming.yml", COLUMNS="1").stdout != said


# ------------------------------------------------------------------------------------------ safety

HOSTILE = "\x1b[2J\x1b]0;title\x07\x9b31m\r\x08\u202e"
ACTING = set("\x1b\x07\x9b\r\x08\u202e")


def test_no_text_reaches_the_terminal_as_a_command(run: Run, tmp_path: Path) -> None:
    escaped = json.dumps(HOSTILE)[1:-1].replace("\\u009b", "\\x9b")
    text = SHAMING.replace("has just", f"{escaped} has just").replace("@council", f"@{escaped}council")
    text = text.replace("name-and-shame", f'"name-{escaped}-shame"').replace("do:", f'"do{escaped}": []\n    do:')
    (tmp_path / f"bad{HOSTILE}.yml").write_text(text)

    for arguments in (["check", "."], ["check", ".", "--format", "github"], ["check", f"bad{HOSTILE}.yml", "-v"]):
        result = run(*arguments)
        assert result.returncode == 1
        assert "unfollow-shaming" in result.stdout
        assert not ACTING & set(result.stdout)
        assert result.stderr == ""

    result = run("check", f"missing{HOSTILE}.yml")
    assert result.returncode == 2
    assert not ACTING & set(result.stderr)


def test_on_a_terminal_only_our_own_colours_act(tmp_path: Path) -> None:
    escaped = json.dumps(HOSTILE)[1:-1]
    (tmp_path / "bad.yml").write_text(SHAMING.replace("has just", f"{escaped} has just"))
    written = on_a_terminal(tmp_path, "check", "bad.yml", TERM="xterm")
    rest = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*\x1b\\", "", written).replace("\r\n", "\n")
    assert "unfollow-shaming" in rest
    assert not ACTING & set(rest)


def test_on_a_terminal_the_name_of_a_rule_leads_to_its_page(run: Run, folder: Path) -> None:
    link = re.compile(r"\x1b\]8;;file://[^/]*(/[!-~]+)\x1b\\\x1b\[1;31merror\[unfollow-shaming\]")
    (address,) = link.findall(on_a_terminal(folder, "check", "shaming.yml", TERM="xterm"))
    assert Path(unquote(address)) == ROOT / "rules" / "courtesy" / "unfollow-shaming.md"
    assert "\x1b]8" not in on_a_terminal(folder, "check", "shaming.yml", TERM="linux")
    assert "\x1b]8" not in on_a_terminal(folder, "check", "shaming.yml", TERM="xterm", NO_COLOR="1")
    assert "\x1b]8" not in run("check", "shaming.yml", TERM="xterm", FORCE_COLOR="1").stdout


# ------------------------------------------------------------------------------------------- speed

SLOW = ("click", "jsonschema", "lark", "markdown_it", "rich", "typer")


@pytest.mark.parametrize("text", [CLEAN, SHAMING, FOLLOW_BACK.format(account="cafe")], ids=["clean", "finding", "tie"])
def test_a_plain_check_imports_nothing_slow(tmp_path: Path, text: str) -> None:
    (tmp_path / "one.yml").write_text(text)
    script = """
        import atexit
        import sys
        from sociable.__main__ import main

        sys.argv = ["sociable", "check", "one.yml"]
        atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr, flush=True))
        main()
    """
    modules = python(script, tmp_path).stderr.split()
    assert "sociable.documents.yaml_tree" in modules
    assert [name for name in SLOW if name in modules] == []


# ------------------------------------------------------------------------------------- what is told


def test_project_tells_only_what_touches_the_named_files(run: Run, tmp_path: Path) -> None:
    for account in ("bakery", "cafe"):
        (tmp_path / f"{account}.yml").write_text(FOLLOW_BACK.format(account=account))
    (tmp_path / "shaming.yml").write_text(SHAMING)
    (tmp_path / "team.yml").write_text(
        "sociable: 1\nautomations:\n  - id: tell-us\n    account: council\n    when: mentioned\n    do: [notify: us]\n"
    )

    alone = run("check", "cafe.yml")
    assert "auto-follow-back" in alone.stdout
    assert "auto-follow-loop" not in alone.stdout

    together = json.loads(run("check", "cafe.yml", "--project", ".", "--format", "json").stdout)
    rules = sorted(finding["rule"] for finding in together["findings"])
    assert rules == ["auto-follow-back", "auto-follow-loop"]

    assert "unknown-account" in run("check", "team.yml").stdout
    assert run("check", "team.yml", "--project", ".").returncode == 0


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_two_runs_say_the_same(run: Run, form: str) -> None:
    examples = str(ROOT / "examples")
    runs = {run("check", examples, "--format", form, PYTHONHASHSEED=str(seed)).stdout for seed in range(4)}
    assert len(runs) == 1
    assert "auto-follow-loop" in runs.pop()


@pytest.mark.parametrize("terminal", ["xterm", "dumb"])
def test_a_page_is_drawn_on_a_terminal(folder: Path, terminal: str) -> None:
    written = on_a_terminal(folder, "explain", "unfollow-shaming", TERM=terminal, COLUMNS="60").replace("\r\n", "\n")
    assert ("\x1b[1;32mWhat people see\x1b[0m" in written) == (terminal == "xterm")
    assert ("\x1b[2m" in written) == (terminal == "xterm")  # the rule stands back
    plain = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", written)
    assert [line for line in plain.splitlines() if len(line) > 60] == []
    lines = [line.rstrip() for line in plain.splitlines()]
    assert lines[:3] == ["Naming people who unfollow", "", "unfollow-shaming, a rule of courtesy. Severity: error;"]
    assert lines[3] == "warning, if the members of a channel, a server or a mailing"
    order = ["What people see", "Why it matters", "What to do instead", "Caught", "Fine", "Sources", "The rule"]
    assert [line for line in lines if line in order] == order
    assert "    rule unfollow-shaming" in lines
    assert not any(mark in "\n".join(lines) for mark in ("\n\n\n", "```", "**"))


def test_rules_are_listed_explained_and_tested(run: Run) -> None:
    pages = {page.stem for page in ROOT.glob("rules/*/*.md")}
    listed = run("rules", "list")
    assert listed.returncode == 0
    assert pages <= set(listed.stdout.split())
    assert listed.stdout.startswith("courtesy: how accounts treat the people who meet them\n  auto-follow-back ")
    assert f"\n{len(pages)} rules; a check runs " in listed.stdout
    assert listed.stdout.endswith(" `sociable explain NAME` shows the page of one.\n")

    explained = run("explain", "unfollow-shaming")
    assert explained.returncode == 0
    assert explained.stdout.startswith("# Naming people who unfollow\n")
    assert "Did you mean `unfollow-shaming`?" in run("explain", "unfolow-shaming").stderr

    tested = run("rules", "test")
    assert (tested.returncode, tested.stderr) == (0, "")
    assert f"{len(pages)} pages, 0 failed" in tested.stdout
    assert tested.stdout.count(": ok (") == len(pages)


def test_own_rules_are_written_laid_out_tested_and_used(run: Run, folder: Path) -> None:
    assert run("rules", "new", "loud-mornings", "--in", "house", "--category", "noise").returncode == 0
    page = folder / "house" / "noise" / "loud-mornings.md"
    assert run("rules", "test", "house").returncode == 1
    assert run("check", "--rules", "house", "clean.yml").returncode == 2
    page.write_text(re.sub(r"\[fill in [^]]+\]", "Some words", page.read_text()).replace("when s.verb", "when  s.verb"))

    assert run("rules", "test", "house").returncode == 0
    assert run("rules", "format", "--check", "house").returncode == 1
    assert run("rules", "format", "house").returncode == 0
    assert run("rules", "format", "--check", "house").returncode == 0
    assert run("rules", "format", "-", stdin="```rule\nlist  a = [b]\n```\n").stdout == "```rule\nlist a = [b]\n```\n"

    assert "loud-mornings" in run("rules", "list", "--rules", "house").stdout
    assert "`loud-mornings`, a rule of *noise*." in run("explain", "loud-mornings", "--rules", "house").stdout
    assert "loud-mornings" not in run("check", "shaming.yml").stdout
    assert "warning[loud-mornings]" in run("check", "shaming.yml", "--rules", "house").stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tsconfig.json", '{"a": 1 // why\n "b": 2}'),
        ("cloud.yml", "Bucket: !Ref Name\n"),
        ("chart.yaml", "{{- if .Values.on }}\n"),
    ],
)
def test_a_hook_may_hand_over_anything(run: Run, tmp_path: Path, name: str, text: str) -> None:
    """pre-commit names every YAML and JSON file that changed; those of other programs are none of our business."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "clean.yml").write_text(CLEAN, encoding="utf-8")
    assert run("check", name, "--project", ".").returncode == 0
    assert run("check", name).returncode == 1


def test_the_same_mistake_twice_has_two_fingerprints(run: Run, tmp_path: Path) -> None:
    automation = "  - {{id: {}, account: library, when: mentioned, do: [log: x], approval: maybe}}\n"
    text = CLEAN + automation.format("one") + automation.format("two")
    (tmp_path / "twice.yml").write_text(text, encoding="utf-8")
    findings = json.loads(run("check", "twice.yml", "--format", "json").stdout)["findings"]
    assert len(findings) == len({finding["fingerprint"] for finding in findings}) == 2
