"""Measure what people wait for, side by side with what they know: `make bench`, or `run.py --quick`.

Every figure of a process is the median of alternating runs: wall clock from start to end, peak resident memory.
Machines differ and are busy at times; the ratios are what counts. The bars stand beside them.
"""

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Sequence
from statistics import median
from subprocess import DEVNULL, Popen
from time import perf_counter, process_time
from typing import Any, NamedTuple

import generate  # type: ignore[import-not-found]

_HERE = os.path.dirname(os.path.abspath(__file__))
_BIN = os.path.dirname(sys.executable)
_SOCIABLE = [os.path.join(_BIN, "sociable"), "check"]
_YAMLLINT = [os.path.join(_BIN, "yamllint")]
_WALK = [sys.executable, os.path.join(_HERE, "walk.py")]


class Run(NamedTuple):
    """One process: seconds of wall clock, MiB of memory at its peak."""

    seconds: float
    memory: float


def measure(command: Sequence[str]) -> Run:
    """Run a program with its output thrown away. Raises ``RuntimeError`` when it fails to do its work."""
    started = perf_counter()
    process = Popen(command, stdout=DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1 says that there are findings
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024)


def side_by_side(times: int, *commands: Sequence[str]) -> list[Run]:
    """The medians of each command; they take turns, so that whatever disturbs one disturbs the other."""
    for command in commands:
        measure(command)
    rounds = [[measure(command) for command in commands] for _ in range(times)]
    runs = zip(*rounds, strict=True)
    return [Run(median(run.seconds for run in of), median(run.memory for run in of)) for of in runs]


def row(name: str, *columns: str) -> None:
    print(f"  {name:<34}", *(f"{column:>16}" for column in columns))


def verdict(ratio: float, bar: float, at_least: bool = False) -> str:
    kept = ratio >= bar if at_least else ratio <= bar
    return f"{ratio:.2f} x   (bar: {'>=' if at_least else '<='} {bar:g} x: {'kept' if kept else 'MISSED'})"


def start_up(times: int) -> None:
    """One small file, whole process."""
    path = os.path.join(_HERE, "one.yml")
    ours, theirs = side_by_side(times, [*_SOCIABLE, path], [*_YAMLLINT, path])
    print(f"\nOne small file, whole process ({times} runs each)")
    for name, run in (("sociable check", ours), ("yamllint", theirs)):
        row(name, f"{run.seconds * 1000:.1f} ms", f"{run.memory:.0f} MiB")
    row("time of yamllint's", verdict(ours.seconds / theirs.seconds, 0.75))


_AS_ADOPTED = """profile = "strict"
fail-on = "error"
baseline = "sociable-baseline.jsonl"
"""
_ACCEPTED = "# sociable: ignore[no-opt-out] until=2099-01-31 -- the front desk looks at it"


def with_options(folder: str, times: int) -> None:
    """The same file with options, and as adopters have it: with a configuration, a suppression and a baseline."""
    path = os.path.join(_HERE, "one.yml")
    os.makedirs(folder)
    adopted = os.path.join(folder, "one.yml")
    with open(path, encoding="utf-8") as plain, open(adopted, "w", encoding="utf-8") as file:
        file.write(plain.read().replace("      - reply:", f"      {_ACCEPTED}\n      - reply:"))
    with open(os.path.join(folder, "sociable.toml"), "w", encoding="utf-8") as file:
        file.write(_AS_ADOPTED)
    measure([_SOCIABLE[0], "baseline", "create", folder])
    ways = {
        "--format json": [path, "--format", "json"],
        "-v": [path, "-v"],
        "--why": [path, "--why"],
        "configured, with a baseline": [adopted],
    }
    runs = side_by_side(times, [*_YAMLLINT, path], *([*_SOCIABLE, *each] for each in ways.values()))
    print(f"\nThe same with options ({times} runs each)")
    for name, run in zip(ways, runs[1:], strict=True):
        row(name, f"{run.seconds * 1000:.1f} ms", verdict(run.seconds / runs[0].seconds, 0.85))


_PROJECTS = 20


def again(folder: str, automations: int, times: int) -> None:
    """Many files without the cache, from it, and as the projects of a fleet in one process and in two."""
    os.makedirs(os.path.join(folder, "many"))
    projects = [os.path.join(folder, "many", str(number)) for number in range(_PROJECTS)]
    for project in projects:
        generate.write(project, automations // _PROJECTS, 10)
    files = os.path.join(folder, "many")
    fleet = [_SOCIABLE[0], "fleet", *projects, "--no-cache", "--workers"]
    runs = side_by_side(times, [*_SOCIABLE, "--no-cache", files], [*_SOCIABLE, files], [*fleet, "1"], [*fleet, "2"])
    print(f"\n{automations:,} automations in {automations // 10:,} files ({times} runs each)")
    names = ("without the cache", "from the cache", "fleet, one process", "fleet, two processes")
    for name, run in zip(names, runs, strict=True):
        row(name, f"{run.seconds:.2f} s", f"{run.memory:.0f} MiB", f"{run.seconds / runs[0].seconds:.2f} x")


def throughput(folder: str, automations: int, times: int) -> None:
    """One large file against yamllint, and against a bare walk over its events."""
    lines = generate.write(os.path.join(folder, "one"), automations, automations)
    path = os.path.join(folder, "one", "client-000.yml")
    names = ("sociable check", "from the cache", "yamllint", "bare event walk")
    first = [*_SOCIABLE, "--no-cache", path]
    runs = side_by_side(times, first, [*_SOCIABLE, path], [*_YAMLLINT, path], [*_WALK, path])
    print(f"\n{lines:,} lines, {automations:,} automations in one file ({times} runs each)")
    for name, run in zip(names, runs, strict=True):
        row(name, f"{run.seconds:.2f} s", f"{lines / run.seconds:,.0f} lines/s", f"{run.memory:.0f} MiB")
    ours, _, theirs, walk = (run.seconds for run in runs)
    row("lines per second of yamllint's", verdict(theirs / ours, 12, at_least=True))
    row("time of the event walk's", verdict(ours / walk, 4))


def growth(folder: str, sizes: Sequence[int], per_file: int) -> None:
    """Ten times as much should take ten times as long, and ten times the memory."""
    print(f"\nGrowth, in files of {per_file:,} automations, loops included (one run each)")
    row("automations", "time", "each", "memory", "each")
    empty = measure([*_SOCIABLE, os.path.join(_HERE, "one.yml")])
    each: list[Run] = []
    for size in sizes:
        path = os.path.join(folder, str(size))
        generate.write(path, size, per_file)
        run = measure([*_SOCIABLE, path])
        each.append(Run((run.seconds - empty.seconds) / size, (run.memory - empty.memory) / size))
        columns = (f"{run.seconds:.2f} s", f"{each[-1].seconds * 1e6:.0f} us")
        row(f"{size:,}", *columns, f"{run.memory:.0f} MiB", f"{each[-1].memory * 1024:.1f} KiB")
    ratios = f"time {each[-1].seconds / each[0].seconds:.2f} x, memory {each[-1].memory / each[0].memory:.2f} x"
    row("each, most against fewest", f"{ratios}   (bar: linear, 1 x)")


def rules_that_cannot_apply(automations: int, times: int) -> None:
    """Judging alone, where no rule has anything to look at: 50 rules against 5 of them."""
    from sociable.engine.compiled_rule import CompiledRule
    from sociable.engine.judge import judge
    from sociable.facts.facts import derive
    from sociable.files import package_data
    from sociable.project.load import read_text
    from sociable.rulebook.rulebook import load

    setup = read_text("inward.yml", generate.inward(automations)).setup
    pages = load(package_data.folder("rules")).rules
    many = [CompiledRule(page) for page in pages if page.category != "setup"][:50]
    few = many[::10]

    def judging(rules: list[CompiledRule]) -> float:
        facts = derive(setup)
        started = perf_counter()
        assert not judge(facts, rules)
        return perf_counter() - started

    rounds = [(judging(many), judging(few)) for _ in range(times)]
    with_many, with_few = (median(of) for of in zip(*rounds, strict=True))
    each = (with_many - with_few) / (len(many) - len(few)) / automations
    print(f"\nRules that cannot apply, {automations:,} automations, judging alone ({times} runs each)")
    row(f"{len(many)} rules", f"{with_many * 1000:.1f} ms")
    row(f"{len(few)} rules", f"{with_few * 1000:.1f} ms")
    row("time of 5 rules'", f"{with_many / with_few:.2f} x   (rules: {len(many) / len(few):g} x)")
    row("each further rule", f"{each * 1e9:.0f} ns per automation")


def loops(sizes: Sequence[int]) -> None:
    """Automations of which a third lies on loops, judged by all rules about loops, against reading their files.

    Processor time, as both happen in this process; without looking for rubbish in memory, like the program itself.
    """
    from sociable.engine.compiled_rule import CompiledRule
    from sociable.engine.judge import judge
    from sociable.facts.facts import derive
    from sociable.files import package_data
    from sociable.project.load import read_text
    from sociable.rulebook.rulebook import load
    from sociable.setup.model import Setup

    rules = [CompiledRule(page) for page in load(package_data.folder("rules")).rules if _is_about_loops(page.rule)]
    print(
        f"\nLoops: what can set off what, and {len(rules)} rules about it, in files of 1,000 automations (one run each)"
    )
    row("automations", "reading", "loops", "each", "findings")
    each: list[float] = []
    gc.disable()
    for size in sizes:
        started = process_time()
        setups = [read_text(f"{number}.yml", generate.circling(number, 1_000)).setup for number in range(size // 1_000)]
        reading = process_time() - started
        accounts = tuple(account for setup in setups for account in setup.accounts)
        facts = derive(Setup(accounts, tuple(automation for setup in setups for automation in setup.automations)))
        started = process_time()
        findings = judge(facts, rules)
        judging = process_time() - started
        each.append(judging / size)
        row(f"{size:,}", f"{reading:.2f} s", f"{judging:.2f} s", f"{each[-1] * 1e6:.0f} us", f"{len(findings):,}")
        if size == _LOOPS_BAR:
            row("time of reading's", verdict(judging / reading, 1))
    gc.enable()
    row("each, most against fewest", f"{each[-1] / each[0]:.2f} x   (bar: linear, 1 x)")


_LOOPS_BAR = 10_000


def _is_about_loops(rule: Any) -> bool:
    return getattr(rule.bindings[0], "kind", "") in ("loop", "mirror_loop")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size and few runs: to see that it works")
    quick = parser.parse_args().quick
    sizes, per_file = ((100, 1_000, 10_000), 100) if quick else ((1_000, 10_000, 100_000), 1_000)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SOCIABLE_CACHE_DIR"] = os.path.join(folder, "cache")  # not one in which years of others lie
        start_up(times=5 if quick else 41)
        with_options(os.path.join(folder, "adopted"), times=5 if quick else 41)
        again(folder, automations=500 if quick else 7_000, times=1 if quick else 3)
        throughput(folder, automations=500 if quick else 5_000, times=1 if quick else 3)
        growth(folder, sizes, per_file)
    loops((1_000, 10_000) if quick else (1_000, 10_000, 100_000))
    rules_that_cannot_apply(500 if quick else 5_000, times=5 if quick else 21)


if __name__ == "__main__":
    main()
