"""Every pattern of the package takes time that grows with the text, not with its square, whatever it is fed.

Patterns are collected from the code: those that are compiled and those that stand in a call. Those that are made of
other texts when it runs are not among them. What counts is how the time grows, so that a busy machine fails nothing.
"""

import ast
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import sociable

ROOT = Path(sociable.__file__).parent

SIZE = 8_000
"""Characters. A pattern that goes back at each of them needs 30 million steps."""

SUSPICIOUS = 0.001
"""Seconds of our own CPU time; what takes longer is looked at again, and nothing that grows with the square is faster.

It is a first look only: whatever it lets through takes no time that anybody would notice.
"""

SHARE, MOST_GROWTH, TRIES = 4, 8, 5
"""A text four times as long may take eight times as long; what grows with the square takes sixteen times."""

STEPS = (SIZE, SIZE * SHARE, SIZE * SHARE**2)
"""Three times in a row: a bounded piece at the beginning costs nothing, and makes a short text look cheap."""

PATIENCE = 10
"""Seconds of our own CPU time for all of that; only what grows with the square or faster can need them."""

BEGINNINGS = ("", '"a', "https://a@", "1 ", "{{ `", "$('")
RUNS = (
    *("a", "1", " ", "\n", "@", ".", "-", "_", "\\", '"', "'", "/", "#", "*", "(", "[", "{", "+", "A", "é", ":", ","),
    *("a.", "a-", "a@", "@a.", "- ", ": ", "1 ", "1.", "a ", "a: ", '\\"', '"a', "a=", "&a=", "//", "a/", "\na", "a\n"),
    *("per ", "resume", "github.", "{{", "{{ ", "}} ", "a, ", "…", " (", "[a", "`a", "$€", "0", "http://", "''", "/\n"),
    *(". ", " in a", ", <x://y>, b: ", "://", "[fill in a", "# sociable: ignore[", "[a](", "<a", "${{ "),
)
ENDS = ("!", "\nx", "]!")

METHODS = {"match": "match", "fullmatch": "fullmatch"}
CALLS = frozenset(
    ("_pattern", *(f"re.{name}" for name in ("compile", "search", "findall", "finditer", "split", "sub", *METHODS)))
)
"""``_pattern`` is what modules call that compile theirs on first use."""


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], str]]:
    """Each pattern that a module holds or calls with, and the method it is used with, by where it stands."""
    found: dict[str, tuple[re.Pattern[str], str]] = {}
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
        if name.endswith("__main__"):
            continue
        known = vars(import_module(name))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (each for each in ast.walk(tree) if isinstance(each, ast.Call) and each.args):
            if ast.unparse(call.func) in CALLS and (pattern := _pattern(call, known)) is not None:
                method = ast.unparse(call.func).removeprefix("re.")
                found[f"{name}:{call.lineno}"] = pattern, METHODS.get(method) or _used(pattern, known, path)
    return found


def _used(pattern: re.Pattern[str], known: dict[str, object], path: Path) -> str:
    """How a pattern with a name is used: to search, if it is at all."""
    # Not by identity: `re` forgets what it compiled, and compiles it anew.
    name = next((name for name, value in known.items() if isinstance(value, re.Pattern) and value == pattern), "")
    uses = (
        set(re.findall(rf"\b{name}\.(\w+)\(|re\.(\w+)\({name},", path.read_text(encoding="utf-8"))) if name else set()
    )
    methods = {used or called for used, called in uses}
    return min(methods) if methods and methods <= METHODS.keys() else "finditer"


def _pattern(call: ast.Call, known: dict[str, object]) -> re.Pattern[str] | None:
    """The pattern of a call, if it is known before anything runs."""
    flags = [each for each in call.args[1:] if ast.unparse(each).startswith("re.")]
    try:
        text, *wanted = (eval(ast.unparse(each), dict(known)) for each in (call.args[0], *flags))  # noqa: S307 - ours
        return re.compile(text, *wanted) if isinstance(text, str) else None
    except (NameError, re.error):  # it holds what is only known when it runs
        return None


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raise where it takes more of our CPU time: `re` looks for signals while it searches."""

    def stop(*_: object) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


def _seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    """The CPU time it takes to go through a text."""
    before = time.thread_time()
    if method == "finditer":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, method)(text)
    return time.thread_time() - before


def _is_square(pattern: re.Pattern[str], method: str, beginning: str, run: str, end: str) -> bool:
    """Whether the time grows much faster than the text, and goes on to do so."""

    def text(size: int) -> str:
        return beginning + run * (size // len(run)) + end

    try:
        with _within(PATIENCE):
            return _seconds(pattern, method, text(SIZE)) > SUSPICIOUS and all(
                _growth(pattern, method, text(size // SHARE), text(size)) > MOST_GROWTH for size in STEPS
            )
    except TimeoutError:
        return True


def _growth(pattern: re.Pattern[str], method: str, short: str, long: str) -> float:
    """How many times as long the longer text takes: the best times count, taken in turns until they are no cause."""
    of_short = of_long = float("inf")
    for tries in range(TRIES):
        of_short = min(of_short, _seconds(pattern, method, short))
        of_long = min(of_long, _seconds(pattern, method, long))
        if tries and of_long / of_short <= MOST_GROWTH:
            break
    return of_long / of_short


def test_patterns_are_found() -> None:
    assert len(_patterns()) > 100


@pytest.mark.parametrize("where", _patterns())
def test_is_linear(where: str) -> None:
    pattern, method = _patterns()[where]
    # One after the other, until the first that takes long: `run` is what the pattern stumbles over.
    for run in RUNS:
        for beginning in BEGINNINGS:
            for end in ENDS:
                assert not _is_square(pattern, method, beginning, run, end), (
                    f"{pattern.pattern!r} takes long over {beginning!r}, then {run!r} again and again, {end!r}"
                )


@pytest.mark.parametrize(
    ("pattern", "run", "square"),
    [
        ("[a-z]+@", "a", True),
        (r"\[fill in [^\]\n]+\]", "[fill in a", True),
        ("(?:a|b|aa)(?=a)", "a", False),
        ("[a-z]{0,60}: (?:[a-z]|[0-9]){1,3000}", "a", False),
        ("[a-z]{0,60}: [a-z]{0,7000}", "a", False),
    ],
)
def test_one_that_is_not_is_noticed(pattern: str, run: str, square: bool) -> None:
    assert _is_square(re.compile(pattern), "finditer", "a: ", run, "!") == square


def test_one_that_never_ends_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "PATIENCE", 0.5)
    assert _is_square(re.compile("(?:a+)+b"), "fullmatch", "", "a", "!")
