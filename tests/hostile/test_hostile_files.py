"""Files made to bring a linter down: each gives one clear problem, in little memory, and hides nothing of the others.

Each is read in a process of its own, together with a good file, so that memory can be measured and a crash is seen.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.calls import OUR_CODE

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "hostile"

MOST_MEMORY = 300 * 1024 * 1024
PATIENCE = 120
"""Seconds; far more than it takes, so that a busy machine fails no test, and a hang does."""

GOOD = "sociable: 1\nautomations: [{id: good, account: c, when: mentioned, do: [like]}]\n"

READ = """
import gc, json, sys
from sociable.project.load import load
gc.disable()
reading = load(sys.argv[1:])
json.dump({
    "problems": [(each.rule, str(each.span), each.message) for each in reading.problems],
    "skipped": reading.skipped,
    "files": reading.files,
    "automations": [each.id.name for each in reading.setup.automations],
}, sys.stdout)
"""
MEASURED = """
import resource, subprocess, sys
code = subprocess.run([sys.executable, "-c", *sys.argv[1:]]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print("\\n" + str(used))
sys.exit(code)
"""


class Outcome(NamedTuple):
    problems: list[list[str]]
    skipped: list[list[str]]
    files: list[str]
    automations: list[str]


def read(folder: Path, *paths: str) -> Outcome:
    """Reads in another process, by way of a small one that measures it."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, READ, *paths],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    result, memory = done.stdout.splitlines()
    assert int(memory) < MOST_MEMORY
    return Outcome(**json.loads(result))


HEAD = "sociable: 1\n"
STEPS = HEAD + "automations:\n- id: a\n  account: c\n  when: mentioned\n  do:\n"
NEAR_THE_CAP = 7_900_000
"""Bytes: as large as a file may be."""


def many(unit: str) -> str:
    return unit * (NEAR_THE_CAP // len(unit))


def numbered(unit: str, count: int) -> str:
    return "".join(unit.replace("%", str(number)) for number in range(count))


def beside(text: str) -> str:
    """An automation with one more key."""
    return HEAD + "automations: [{id: a, account: c, when: mentioned, do: [like], " + text + "}]\n"


INSIDE = "`*a` stands inside the very thing it refers to"
DEEP = "this is nested more than 100 levels deep"
TOO_MANY = "the file holds more than 500,000 values, following the aliases"

# Each is made when its test runs: together they are larger than what the tests allow.
BROKEN: dict[str, tuple[Callable[[], str | bytes], str, str]] = {
    "100,000 brackets": (lambda: HEAD + "a: " + "[" * 100_000, "broken-yaml", DEEP),
    "100,000 braces": (lambda: HEAD + "a: " + "{a: " * 100_000, "broken-yaml", DEEP),
    "100,000 dashes": (lambda: HEAD + "a:\n " + "- " * 100_000 + "x", "broken-yaml", DEEP),
    "aliases within aliases": (
        lambda: HEAD + "a: &a0 [x]\n" + "".join(f"b{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 5000)),
        "broken-yaml",
        f"{DEEP}, following the aliases",
    ),
    "an alias bomb": (
        lambda: (
            HEAD
            + "a: &a0 [x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"b{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
        ),
        "broken-yaml",
        TOO_MANY,
    ),
    "a bomb of merged keys": (
        lambda: HEAD + "a: &a {" + numbered("k%: 1, ", 2000) + "}\nb:\n" + "- {<<: *a}\n" * 20_000,
        "broken-yaml",
        TOO_MANY,
    ),
    "a recursive alias": (lambda: HEAD + "a: &a\n  b: *a\n", "broken-yaml", INSIDE),
    "a recursive merge": (lambda: HEAD + "a: &a\n  <<: *a\n", "broken-yaml", INSIDE),
    "tag directives": (lambda: many("%TAG !a! x\n") + "---\n" + HEAD, "broken-yaml", "`%TAG` is not understood"),
    "a tag that runs code": (
        lambda: HEAD + "a: !!python/object/apply:os.system [exit]\n",
        "broken-yaml",
        "YAML tags are not understood",
    ),
    "NUL": (lambda: HEAD + "a: b\0c\n", "broken-yaml", "the character U+0000 is not allowed in YAML"),
    "a megabyte of NUL": (lambda: HEAD + "\0" * 1_000_000, "broken-yaml", "the character U+0000 is not allowed"),
    "latin-1": (lambda: b"sociable: 1 # caf\xe9\n", "unreadable-file", "byte 18 (0xE9) is not UTF-8 text"),
    "half of UTF-16": (
        lambda: b"\xff\xfe" + HEAD.encode("utf-16-le") + b"x",
        "unreadable-file",
        "the file says it is UTF-16 text, but byte 27 is not",
    ),
    "a line of 10 MB": (
        lambda: STEPS + "  - post: " + "a" * 10_000_000,
        "unreadable-file",
        "the file is larger than 8 MiB",
    ),
    "a text that is never closed": (
        lambda: HEAD + "a: '" + many("a"),
        "broken-yaml",
        "`'` is opened here and never closed",
    ),
    "many values": (lambda: HEAD + "a: [" + many("a,") + "]", "broken-yaml", TOO_MANY),
    "many documents": (lambda: many("---\n"), "broken-yaml", TOO_MANY),
    "many small files in one": (lambda: many("--- {sociable: 1}\n"), "broken-yaml", TOO_MANY),
    "many anchors": (lambda: HEAD + "a:\n" + numbered("- &a% x\n", 510_000), "broken-yaml", TOO_MANY),
    "many keys twice": (lambda: HEAD + many("a: 1\n"), "broken-yaml", TOO_MANY),
}
"""Files that cannot be read at all, and what is told about them."""

ODD: dict[str, tuple[Callable[[], str], str]] = {
    "a line of 7 MB": (lambda: STEPS + "  - post: " + many("a"), ""),
    "a key of 7 MB": (
        lambda: HEAD + "? " + many("a") + "\n: b\n",
        f"an automation file takes no key `{'a' * 39}…`",
    ),
    "a number of 7 MB": (
        lambda: beside("max_replies_per_thread: " + many("1")),
        f"`max_replies_per_thread` should be a whole number from 1, and not `{'1' * 39}…`",
    ),
    "a rate of 7 MB": (
        lambda: beside("limit: " + many("1") + " per hour"),
        f"`limit` should be a number such as `20`, or a rate such as `60 per hour`, and not `{'1' * 39}…`",
    ),
    "a wrong word of 7 MB": (
        lambda: beside("approval: " + many("a")),
        f"`approval` should be `human`, `bulk`, `once`, `veto`, `after` or `none`, and not `{'a' * 39}…`",
    ),
    "many wrong words": (
        lambda: beside("ignore: [" + "x," * 480_000 + "]"),
        "`ignore: x` is nobody known here: no role, no list and no account of these files",
    ),
    "braces that stay open": (
        lambda: STEPS + "  - post: '" + many("{{") + "'\n",
        "`{{` is opened here and never closed",
    ),
    "many expressions": (
        lambda: STEPS + "  - post: '" + many("{{a}}") + "'\n",
        "`a` stays empty: nothing before it is called `a`",
    ),
    "many broken expressions": (
        lambda: STEPS + "  - post: '" + numbered("{{a b%}}", 600_000) + "'\n",
        "the expression `a b0` does not make sense at `b0`",
    ),
    "many targets": (
        lambda: STEPS + "  - follow: [" + numbered("followers_of(a%), ", 150_000) + "]\n",
        "the file holds more than 50,000 expressions",
    ),
    "an expression of 7 MB": (
        lambda: STEPS + "  - post: '{{ " + many("a ") + "}}'\n",
        "the expression `a a a a a a a a a a",
    ),
    "a path of 7 MB": (lambda: STEPS + "  - post: '{{ " + many("a.") + "b }}'\n", "the expression `a.a.a.a.a.a."),
    "a deep expression": (lambda: STEPS + "  - like:\n    if: " + "(" * 1900, "the expression `(((((((((("),
    "a pattern that backtracks": (
        lambda: STEPS + "  - like:\n    if: event.post.text matches '(a+)+$'\n",
        "the pattern repeats what repeats itself",
    ),
    "many wrong steps": (
        lambda: STEPS + "  - lik\n" * 490_000,
        'this should be a step such as `reply: "Thank you"`, and not `lik`',
    ),
    "many steps": (lambda: STEPS + "  - like\n" * 450_000, "the file holds more than 50,000 steps"),
    "many steps in groups": (
        lambda: STEPS + "  - if: event.user.is_bot\n    do: [like, like, like, like]\n" * 20_000,
        "the file holds more than 50,000 steps",
    ),
    "many wrong automations": (
        lambda: HEAD + "automations:\n" + "- a\n" * 490_000,
        "this should be an automation, and not `a`",
    ),
    "many wrong keys": (
        lambda: STEPS + "  - post: x\n" + numbered("    k%: b\n", 240_000),
        "a step takes no key `k0`",
    ),
    "many names": (lambda: STEPS + numbered("  - generate: {n%: x}\n", 45_000), ""),
    "many wrong names among many": (
        lambda: STEPS + numbered("  - generate: {n%: x}\n", 40_000) + numbered("  - post: '{{ m% }}'\n", 500),
        "`m0` stays empty: nothing before it is called `m0`",
    ),
    "a key given 200,000 times": (
        lambda: HEAD + "accounts:\n  c:\n    platform: x\n" + "    handle: a\n" * 200_000,
        "`handle` stands twice in the same group, and only the first counts",
    ),
    "surrogate pairs": (
        lambda: '{"sociable": 1, "accounts": {"c": {"platform": "x", "handle": "' + many("\\ud83d\\ude00") + '"}}}',
        "",
    ),
    "backslashes": (
        lambda: '{"sociable": 1, "a": "' + "\\" * 7_000_000 + '"}',
        "an automation file takes no key `a`",
    ),
    "empty lines": (lambda: HEAD + many("\n"), ""),
}
"""Files that can be read, with the first thing that is told about them, if anything is."""


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_cannot_be_read(tmp_path: Path, case: str) -> None:
    make, rule, message = BROKEN[case]
    data = make()
    (tmp_path / "bad.yml").write_bytes(data if isinstance(data, bytes) else data.encode())
    (tmp_path / "good.yml").write_text(GOOD, encoding="utf-8")
    for paths in (["bad.yml", "good.yml"], ["."]):
        outcome = read(tmp_path, *paths)
        assert (outcome.files, outcome.automations) == (["good.yml"], ["good"])
        if outcome.skipped:  # nothing in it says that it is an automation file
            assert case == "many documents"
            assert paths == ["."]
            continue
        ((found_rule, place, found_message),) = outcome.problems
        assert (found_rule, place.split(":")[0]) == (rule, "bad.yml")
        assert found_message.startswith(message)


@pytest.mark.parametrize("case", ODD)
def test_a_file_that_is_only_odd(tmp_path: Path, case: str) -> None:
    make, message = ODD[case]
    (tmp_path / "bad.json").write_text(make(), encoding="utf-8")
    (tmp_path / "good.yml").write_text(GOOD, encoding="utf-8")
    outcome = read(tmp_path, "bad.json", "good.yml")
    assert (outcome.files, outcome.automations[-1]) == (["bad.json", "good.yml"], "good")
    assert len(outcome.problems) <= 101
    assert bool(outcome.problems) == bool(message)
    if message:
        rule, _, first = outcome.problems[0]
        assert rule == "not-understood"
        assert first.startswith(message)
    assert all(len(each) < 1000 for _, _, each in outcome.problems)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's path may be about a hundred characters long
        try:
            listening.bind(path.name)
        finally:
            os.chdir(here)


def _forbidden(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)


NO_FILES: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a pipe": (_pipe, "this is not a regular file but a pipe, a socket or a device"),
    "a socket": (_socket, "this is not a regular file but a pipe, a socket or a device"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "this is not a regular file but a pipe"),
    "a broken link": (lambda path: path.symlink_to("gone"), "the file is a link to `gone`, which does not exist"),
    "a link in a circle": (lambda path: path.symlink_to(path.name), "the file is a link that leads back to itself"),
    "no permission": (_forbidden, "there is no permission to read this file"),
    "a file of the system": (lambda path: path.symlink_to("/proc/self/environ"), "the character U+0000"),
}


@pytest.mark.parametrize("case", NO_FILES)
def test_what_is_no_readable_file(tmp_path: Path, case: str) -> None:
    if case == "no permission" and os.geteuid() == 0:
        pytest.skip("root may read everything")
    if case == "a file of the system" and not os.path.exists("/proc/self/environ"):
        pytest.skip("only on Linux")
    make, message = NO_FILES[case]
    make(tmp_path / "bad.yml")
    (tmp_path / "good.yml").write_text(GOOD, encoding="utf-8")
    outcome = read(tmp_path, "bad.yml", "good.yml")
    ((_, place, found),) = outcome.problems
    assert (place.split(":")[0], outcome.files) == ("bad.yml", ["good.yml"])
    assert found.startswith(message)
    found_in_folder = read(tmp_path, ".")
    assert found_in_folder.files == ["good.yml"]
    assert len(found_in_folder.problems) + len(found_in_folder.skipped) == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared collection is not here")
def test_the_shared_collection(tmp_path: Path) -> None:
    (tmp_path / "good.yml").write_text(GOOD, encoding="utf-8")
    paths = sorted(map(str, SHARED.iterdir()))
    outcome = read(tmp_path, *paths, "good.yml")
    assert outcome.files == ["good.yml"]
    places = [place.rsplit(":", 2)[0] for _, place, _ in outcome.problems] + [path for path, _ in outcome.skipped]
    assert sorted(places) == paths
