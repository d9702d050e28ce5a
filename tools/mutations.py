"""Inputs that are broken anyhow, each within bounds of time and memory.

``python -m tools.mutations TARGET SEED FIRST COUNT`` prints a line for each input that fails: its number, what was
called, how it ended. The same target, seed and number make the same input again; ``--keep FOLDER`` leaves it there.
"""

import argparse
import json
import math
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from sociable.cli import app, console
from sociable.cli.commands import run_call
from sociable.cli.fast_options import parse
from sociable.cli.option_table import COMMANDS
from sociable.pipeline import Request, check
from sociable.rulebook.page_files import page_source

ROOT = Path(__file__).parents[1]
MOST_SECONDS = 2
"""Of processor time, and one more for each MiB of an input."""

_END_AFTER = 2
"""Seconds of processor time beyond those, in whole ones: then an input is ended that would not end by itself."""

PATIENCE = 120
"""Seconds, whatever the processor does: what waits for something that never comes is ended too."""

MOST_MEMORY = 300 * 1024 * 1024
"""Bytes, over what a process has that does nothing."""

TOGETHER = 500
"""Inputs that are tried in one process."""

_AT = ".at"
"""Where the number of the input stands that is being tried, and what is wrong with it."""

_LARGEST = 20_000
_CODES = (0, 1, 2, 3)
_TOO_LONG = 8
"""The exit code of one that ended by itself, and too late."""

_FAULTS = ("internal error", "Traceback (most recent", "Exception ignored")
_ACTS = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|^\s*##(?:vso)?\[", re.MULTILINE)
"""What must not be printed: characters that act on a terminal, and commands to a build server."""

_SETUP = b"""sociable: 1
accounts:
  club: {platform: mastodon, handle: "@club@example.social", client: Club}
  shop: {platform: x, handle: "@shop"}
automations:
  # sociable: ignore[auto-follow-back] until=2027-01-31 -- members asked for it
  - {id: back, account: [club, shop], when: followed, do: [{follow: event.user}]}
  - id: hello
    account: club
    when: mentioned
    do:
      - {reply: "Thanks, {{ event.user.name }}"}  # sociable: ignore[no-limit, canned-reply-to-complaint] -- seldom
      - {message: Buy one, limit: 20 per day}
"""
_CONFIGURATION = b"""profile = "public-body"
exclude = ["drafts/", "*.bak.yml"]
select = ["courtesy", "consent", "loops"]
ignore = ["duplicate-posts"]
platforms = ["x", "mastodon"]
fail-on = "error"
require-reason = false
baseline = "known.jsonl"
severity = {auto-follow-back = "error"}
clients = {"Harbour Museum" = ["club", "shop"]}

[[per-path]]
files = ["archive/**", "a.yml"]
ignore = ["no-limit"]

[[suppress]]
file = "*.yml"
automation = "hello"
says = "ignore[welcome-dm] -- asked for"
"""
_BITS = (
    *(b"&a ", b"*a", b"<<: ", b"!!str ", b"---\n", b"\t", b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf", b"{", b"}"),
    *(b": ", b"- ", b"|\n", b"'", b'"', b"#", b"? ", b"\xe2\x80\xa8", b",", b"0", b"\\", b"\\" * 60, b" " * 60),
    *(b"sociable: 1\n", b"per ", b"\xed\xa0\x80", b"null", b"[[[[", b"-1", b"1e999", b"\\ud800", b"when: ", b"["),
    *(b"\x1b[31m", b"\n##vso[task.complete]", b"\n::error::", b"\xe2\x80\xae", b"=", b"\n[", b"[[", b'"""', b"{{"),
    *(b"9" * 5000, b"```\n", b"for each step s\n", b" and ", b"(" * 70, b" -- ", b"until=2026-13-40", b"ignore["),
    *(b"not not ", b"\n", b"]", b"*" * 30),
)


class Made(NamedTuple):
    """What to call, and the files that lie there."""

    arguments: list[str]
    files: dict[str, bytes]

    def seconds(self) -> float:
        """How long it may take."""
        return MOST_SECONDS + sum(map(len, self.files.values())) / 2**20


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few cuts, repetitions and insertions at places by chance."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.randint(0, 40))
        middle = (b"", data[start:end] * 2, chance.choice(_BITS), data[start:end] + chance.choice(_BITS))
        data = data[:start] + chance.choice(middle) + data[end:]
    return data


def _files(chance: random.Random) -> Made:
    sample = chance.choice(_SAMPLES)
    name = f"a{sample.suffix}"
    call = chance.choice(("check", "check -f json", "check -v", "import", "graph", "report -f markdown"))
    return Made([*call.split(), name], {name: mutated(sample.read_bytes()[:_LARGEST], chance)})


def _pages(chance: random.Random) -> Made:
    page = mutated(chance.choice(_PAGES).read_bytes(), chance)
    call = chance.choice(("check --rules own a.yml", "rules test own", "rules format own"))
    return Made(call.split(), _PROJECT | {"own/care/a-page.md": page})


def _configurations(chance: random.Random) -> Made:
    call = chance.choice(("check", "config show", "report .", "baseline show"))
    return Made(call.split(), _PROJECT | {"sociable.toml": mutated(_CONFIGURATION, chance)})


def _suppressions(chance: random.Random) -> Made:
    call = chance.choice(("check a.yml", "suppressions a.yml", "suppressions -f json a.yml"))
    return Made(call.split(), {"a.yml": mutated(_SETUP, chance)})


def _baselines(chance: random.Random) -> Made:
    call = chance.choice(("check --baseline known.jsonl", "baseline show", "baseline update", "baseline prune"))
    configured = {"sociable.toml": b'baseline = "known.jsonl"\n'}
    return Made(call.split(), _PROJECT | configured | {"known.jsonl": mutated(_BASELINE, chance)})


def _command_lines(chance: random.Random) -> Made:
    words = chance.choice(_CALLS).split() + [chance.choice(_WORDS) for _ in range(chance.randint(0, 6))]
    if chance.random() < _BROKEN_WORDS:
        broken = mutated(chance.choice(_WORDS).encode(), chance).replace(b"\0", b"").replace(b"/", b"")
        words.insert(chance.randint(1, len(words)), os.fsdecode(broken))
    left_out = ("--install", "--watch")  # the one writes into the home of whoever runs this, the other never ends
    return Made([word for word in words if not word.startswith(left_out)], _PROJECT)


TARGETS: dict[str, Callable[[random.Random], Made]] = {
    "files": _files,
    "pages": _pages,
    "configurations": _configurations,
    "suppressions": _suppressions,
    "baselines": _baselines,
    "command-lines": _command_lines,
}


def made(target: str, seed: int, number: int) -> Made:
    """The input of this number, the same each time."""
    return TARGETS[target](random.Random(f"{target} {seed} {number}"))  # noqa: S311 - nothing is kept secret by it


def failures(target: str, seed: int, numbers: Iterable[int], keep: str = "") -> Iterator[str]:
    """A line for each input that does not end as it should.

    Many are tried in one process, one after the other, because most of what one takes is to get ready. What ends
    wrongly there is tried again in a process of its own.
    """
    _warm()
    if keep:
        Path(keep).mkdir(parents=True, exist_ok=True)
    left = list(numbers)
    while left:
        ended = _Ended(left[0], "kept") if keep else _together(target, seed, left[:TOGETHER])
        if not ended.wrong:
            left = left[TOGETHER:]
            continue
        again = left[:TOGETHER] if ended.number is None else [ended.number]
        left = left[left.index(again[-1]) + 1 :]
        alone = [(number, wrong) for number in again if (wrong := _alone(target, seed, number, keep))]
        if not alone and not keep and ended.number is not None:
            alone.append((ended.number, f"only after others: {ended.wrong}"))
        for number, wrong in alone:
            yield f"{target} {seed} {number}: {made(target, seed, number).arguments!r}: {wrong}"


class _Ended(NamedTuple):
    """How those that were tried together ended: what is wrong, if anything, and with which; nobody may know which."""

    number: int | None
    wrong: str


def _together(target: str, seed: int, numbers: Sequence[int]) -> _Ended:
    """Try one after the other in a child, up to the first with which something is wrong."""
    with tempfile.TemporaryDirectory(prefix="sociable-mutations-") as name:
        folder = Path(name)
        status, used = _in_a_child(_all_in, folder, target, seed, numbers)
        if os.WIFSIGNALED(status) or os.WEXITSTATUS(status):
            number, _, wrong = (folder / _AT).read_text(encoding="utf-8").partition(" ")
            return _Ended(int(number), wrong or _end_of(status, used))
        return _Ended(None, _too_much(used))


def _alone(target: str, seed: int, number: int, keep: str) -> str:
    """What is wrong with how an input ends in a process of its own; empty if nothing is."""
    folder = Path(keep or tempfile.mkdtemp(prefix="sociable-mutation-"))
    try:
        given = made(target, seed, number)
        _lay_out(given, folder)
        status, used = _in_a_child(_run_in, folder, given)
        if os.WIFSIGNALED(status):
            return _end_of(status, used)
        return _wrong_with(os.WEXITSTATUS(status), folder) or _too_much(used)
    finally:
        if not keep:
            shutil.rmtree(folder)


def _lay_out(given: Made, folder: Path) -> None:
    for name, data in given.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _end_of(status: int, used: resource.struct_rusage) -> str:
    if os.WIFSIGNALED(status):
        return f"ended by signal {os.WTERMSIG(status)} after {used.ru_utime + used.ru_stime:.1f} s"
    return f"exit code {os.WEXITSTATUS(status)}"


def _too_much(used: resource.struct_rusage) -> str:
    """How much memory it took, where that is more than it may."""
    _, idle = _in_a_child(os._exit, 0)
    return f"{used.ru_maxrss // 1024} MiB" if (used.ru_maxrss - idle.ru_maxrss) * 1024 > MOST_MEMORY else ""


def _wrong_with(code: int, folder: Path) -> str:
    """What is wrong with an exit code, or with what was said."""
    if code == _TOO_LONG:
        return "took longer than it may"
    if code not in _CODES:
        return f"exit code {code}"
    said = (folder / ".stdout").read_bytes() + (folder / ".stderr").read_bytes()
    if found := next((fault for fault in _FAULTS if fault.encode() in said), ""):
        return said[max(said.index(found.encode()) - 100, 0) :][:300].decode(errors="replace")
    acts = _ACTS.search(said)
    return f"prints {acts[0]!r}" if acts else ""


def _in_a_child(act: Callable[..., NoReturn], *arguments: Any) -> tuple[int, resource.struct_rusage]:
    """How a child that does this ends, and what it took.

    What we took ourselves is no measure of what it has from us: ours begins with the most that whoever called us had.
    """
    child = os.fork()
    if child == 0:
        act(*arguments)
    _, status, used = os.wait4(child, 0)
    return status, used


def _all_in(folder: Path, target: str, seed: int, numbers: Iterable[int]) -> NoReturn:
    """In the child, which never comes back: each input in a folder of its own, the one that is tried noted first."""
    environment = dict(os.environ)
    noted = os.open(folder / _AT, os.O_WRONLY | os.O_CREAT, 0o600)
    for number in numbers:
        given = made(target, seed, number)
        inside = folder / str(number)
        inside.mkdir()
        _lay_out(given, inside)
        os.ftruncate(noted, 0)
        os.pwrite(noted, str(number).encode(), 0)
        code = _run(inside, given)
        if wrong := _wrong_with(code, inside):
            os.pwrite(noted, f"{number} {wrong}".encode(), 0)
            os._exit(1)
        os.chdir(folder)
        shutil.rmtree(inside)
        os.environ.clear()
        os.environ.update(environment)
        page_source.cache_clear()  # other pages stand under the same names
    os._exit(0)


def _run_in(folder: Path, given: Made) -> NoReturn:
    """In the child, which never comes back."""
    os._exit(_run(folder, given))


def _run(folder: Path, given: Made) -> int:
    """Call the command as if it had just been started there, within bounds that are its own."""
    os.chdir(folder)
    os.environ["HOME"] = str(folder)
    for number, name in ((1, ".stdout"), (2, ".stderr")):
        _replace(number, os.open(name, os.O_WRONLY | os.O_CREAT, 0o600))
    _replace(0, os.open(os.devnull, os.O_RDONLY))
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - for as long as it runs
        for number, mode in enumerate("rww")
    )
    until = time.process_time() + given.seconds()
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(until) + _END_AFTER, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    signal.alarm(PATIENCE)
    try:
        code = console.guarded(_call, given.arguments)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        os.write(2, f"Traceback (most recent call last): {error!r}".encode(errors="replace"))
        code = 9
    return _TOO_LONG if time.process_time() > until else code


def _replace(number: int, opened: int) -> None:
    os.dup2(opened, number)
    os.close(opened)


def _call(arguments: list[str]) -> int:
    parsed = parse(arguments)
    return app.run(arguments) if parsed is None else run_call(*parsed)


def _warm() -> None:
    """Have what each child needs ready before it begins."""
    check(Request((), ("a.yml", _SETUP)))


_SAMPLES = sorted(
    path
    for path in (*(ROOT / "tests" / "readers").rglob("*"), *(ROOT / "examples").rglob("*"))
    if path.suffix in (".yml", ".yaml", ".json", ".csv")
)
_PAGES = sorted(path for path in (ROOT / "rules").rglob("*.md") if path.name != "shared.md")
_KNOWN = {"account": "`club`", "file": "a.yml", "message": "answers praise and complaint with the same words"}
_ENTRY = {"rule": "no-limit", "fingerprint": "0123456789abcdef", "severity": "info", "subjects": ["hello", "club"]}
_BASELINE = b"".join(json.dumps(line).encode() + b"\n" for line in ({"sociable-baseline": 1}, _ENTRY | _KNOWN))
_PROJECT = {"a.yml": _SETUP, "known.jsonl": _BASELINE}

_BROKEN_WORDS = 0.5
"""The share of command lines with a word that nobody would write."""

_CALLS = sorted(set(COMMANDS) - {"rules test", "rules overlap", "rules format"})
"""All but three that go through all the built-in rules; two of these are tried with pages of a project's own."""

_WORDS = (
    *("a.yml", ".", "-", "--", "self-trigger", "no-limit", "no", "0", "-1", "80%", "json", "json:", "json:-", "x"),
    *("for each step s", "for each step s when s.verb is reply", "mentioned", "club", "2026-02-30", "error", "low"),
    *("text:a.yml", *sorted({spelling for rows in COMMANDS.values() for row in rows for spelling in row[1]})),
)


def main() -> int:
    """Try as many as asked for; the exit code says whether all ended as they should."""
    parser = argparse.ArgumentParser(description="Try broken inputs.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("seed", type=int)
    parser.add_argument("first", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--keep", default="", help="a folder for the input")
    given = parser.parse_args()
    failed = 0
    numbers = range(given.first, given.first + given.count)
    for line in failures(given.target, given.seed, numbers, given.keep):
        failed += 1
        print(line, flush=True)
    print(f"{given.target}: {given.count} tried, {failed} failed (seed {given.seed})")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
