"""Small inputs by kind of fault, many with a repaired twin: the head of each says what has to be found, and what not.

Lines of a head: `expect: SEVERITY RULE|…` (that severe or more; `any` is every rule but `not-understood`),
`expect: none` (no error and no warning), `expect: silence`, `expect-not: [SEVERITY] RULE,…`,
`expect-max: N` (errors and warnings at a line), `expect-distinct: RULE` (no two read the same),
and `run:` with `expect-text:` and `expect-not-text:` for what a call shows.
"""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from sociable.cli import app
from sociable.findings.finding import SEVERITIES, Finding
from sociable.pipeline import Request, check

HERE = Path(__file__).parent
INPUTS = sorted((HERE / "inputs").glob("*.yaml"))

Head = dict[str, list[str]]


def head(path: Path) -> Head:
    found: Head = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        said = re.match(r"# ([a-z-]+): (.*)$", line)
        if said is None:
            break
        found.setdefault(said[1], []).append(said[2].strip())
    return found


def told(finding: Finding) -> list[tuple[int, str]]:
    return [(SEVERITIES.index(finding.severity), rule) for rule in (finding.rule, *finding.also)]


def expected(line: str, findings: list[Finding]) -> bool:
    """Whether what the line expects is there."""
    loud = [each for each in findings if each.severity != "info"]
    if line in ("none", "silence"):
        return not (loud if line == "none" else findings)
    severity, names = line.split(None, 1)
    rules = names.split("|")
    return any(
        level >= SEVERITIES.index(severity) and (rule in rules or ("any" in rules and rule != "not-understood"))
        for each in findings
        for level, rule in told(each)
    )


def unexpected(line: str, findings: list[Finding]) -> list[str]:
    first, *rest = line.split(None, 1)
    least, names = (SEVERITIES.index(first), rest[0]) if first in SEVERITIES else (0, line)
    rules = re.split(r"[, ]+", names)
    return [rule for each in findings for level, rule in told(each) if rule in rules and level >= least]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_an_input_is_judged_as_its_head_says(path: Path) -> None:
    wanted = head(path)
    findings = list(check(Request((str(path),))).findings)
    shown = [(each.severity, each.rule, each.also) for each in findings]
    for line in wanted.get("expect", ()):
        assert expected(line, findings), f"expected {line}, got {shown}"
    for line in wanted.get("expect-not", ()):
        assert not unexpected(line, findings), shown
    for line in wanted.get("expect-max", ()):
        places = Counter(each.span.line for each in findings if each.severity != "info")
        assert max(places.values(), default=0) <= int(line), shown
    for rule in wanted.get("expect-distinct", ()):
        messages = [each.message for each in findings if each.rule == rule]
        assert len(messages) > 1
        assert len(set(messages)) == len(messages)


@pytest.mark.parametrize(
    "path",
    [path for path in INPUTS if {"expect-text", "expect-not-text"} & head(path).keys()],
    ids=lambda path: path.stem,
)
def test_a_call_shows_what_its_head_says(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = head(path)
    (call,) = wanted.get("run", ["check FILE"])
    app.run([str(path) if word == "FILE" else word for word in call.split()])
    output = capsys.readouterr()
    text = re.sub(r"\s+", " ", output.out + output.err)
    for pattern in wanted.get("expect-text", ()):
        assert re.search(pattern, text), text
    for pattern in wanted.get("expect-not-text", ()):
        assert re.search(pattern, text) is None, text


def test_each_kind_has_inputs_that_stay_quiet_and_some_that_do_not() -> None:
    kinds: dict[str, set[bool]] = {}
    for path in INPUTS:
        wanted = head(path)
        quiet = "none" in wanted.get("expect", ()) or "expect-not" in wanted
        kinds.setdefault(wanted["kind"][0], set()).add(quiet)
    assert len(kinds) == 32
    assert [kind for kind, both in kinds.items() if len(both) < 2 and kind not in ("18", "3")] == []


def test_the_list_of_what_is_expected_is_that_of_the_heads() -> None:
    keys = ("expect", "expect-not", "expect-max", "expect-distinct", "expect-text", "expect-not-text", "run", "gap")
    listed = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
    heads = {path.name: head(path) for path in INPUTS}
    assert listed == {
        name: {"kind": said["kind"][0], **{key: said[key] for key in keys if key in said}}
        for name, said in heads.items()
    }
