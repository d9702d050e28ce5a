"""What must not matter in files of other tools: the order of what stands beside each other, what does nothing, names.

And that every place lies in its node, and damage ends in a message. What that comes to in a format is derived from its
cases; tables below say it for those of which more can be asked. n8n and Make, whose nodes are drawn, have further tests
beside their cases.
"""

import csv
import io
import json
import random
import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from os import listdir
from os.path import dirname, join
from typing import Any

import pytest
import yaml
from sociable.documents.nodes import Mapping, Sequence, member, text_at
from sociable.files.contents import contents_of
from sociable.pipeline import Request, judged
from sociable.project.load import Project, read_file, together

from tests.readers.test_cases import CASES, HERE

SEEDS = range(4)


def file_of(case: str) -> tuple[str, bytes]:
    (name,) = (each for each in listdir(join(HERE, case)) if each.startswith("flow."))
    with open(join(HERE, case, name), "rb") as file:
        return name, file.read()


def project_of(name: str, data: bytes) -> Project:
    return together([read_file(name, True, partial(contents_of, data))])


def said(name: str, text: str) -> list[tuple[Any, ...]]:
    found = judged(project_of(name, text.encode()), Request(())).findings
    return sorted((each.rule, each.severity, sorted(one.fingerprint for one in each.members)) for each in found)


# ------------------------------------------------------------------------------------------- places


@pytest.mark.parametrize("case", CASES)
def test_every_place_lies_in_its_node(case: str) -> None:
    project = project_of(*file_of(case))
    (document,) = project.documents.values()
    tool = dirname(dirname(case))
    wholes = WHOLES[tool](document.roots, document.source.text) if tool in WHOLES else _around_parts(project)
    for automation in project.setup.automations:
        for step in automation.steps:
            own = [(start, end) for called, start, end in wholes if called in ("", step.origin.called)]
            assert own, f"no part that coverage tells of is called “{step.origin.called}”, as the origin of a step is"
            assert any(start <= step.span.start < step.span.end <= end for start, end in own)


Whole = tuple[str, int, int]


def _around_parts(project: Project) -> list[Whole]:
    """For each part that coverage tells of, the smallest object, or thing in a list, that it stands in."""
    (document,), (coverage,) = project.documents.values(), project.coverage.values()
    held, todo = [(0, len(document.source.text))], list(document.roots)
    while todo:
        each = todo.pop()
        inner = list(each.items) if type(each) is Sequence else []
        if type(each) is Mapping:
            held.append((each.start, each.end))
            todo += [value for _, value in each.values()]
        held += [(one.start, one.end) for one in inner]
        todo += inner
    return [
        (part.called, *min(around, key=lambda held: held[1] - held[0]))
        for part in coverage.parts
        if (around := [(start, end) for start, end in held if start <= part.span.start and part.span.end <= end])
    ]


def _objects_with(*keys: str) -> Callable[[Any, str], list[Whole]]:
    """The objects that have all these keys, by the first of them if that is a name."""

    def wholes(roots: Any, _: str) -> list[Whole]:
        found, todo = [], list(roots)
        while todo:
            each = todo.pop()
            if type(each) is Mapping:
                if all(member(each, key) is not None for key in keys):
                    found.append((text_at(each, "name") if "name" in keys else "", each.start, each.end))
                todo += [value for _, value in each.values()]
            elif type(each) is Sequence:
                todo += each.items
        return found

    return wholes


def _steps(roots: Any, text: str) -> list[Whole]:
    """Each step of a workflow; of a file that an app reads, each of its keys."""
    jobs = member(roots[0], "jobs")
    if type(jobs) is not Mapping:
        return _entries(roots, text)
    listed = [member(job, "steps") for _, job in jobs.values()]
    return [("", each.start, each.end) for steps in listed if type(steps) is Sequence for each in steps.items]


def _entries(roots: Any, _: str) -> list[Whole]:
    return [("", key.start, value.end) for root in roots for key, value in root.values()]


def _rows(_: Any, text: str) -> list[Whole]:
    """Each row of a table; one goes on over a line end that stands between quotation marks."""
    found, start, quoted = [], 0, False
    for at, letter in enumerate(f"{text}\n"):
        quoted ^= letter == '"'
        if letter == "\n" and not quoted:
            found.append(("", start, at))
            start = at + 1
    return found


def _gateways(_: Any, text: str) -> list[Whole]:
    starts = [each.start() for each in re.finditer(r"^\[\[(?:samechannel)?gateway\]\]", text, re.MULTILINE)]
    return [("", start, end) for start, end in pairwise([*starts, len(text)])]


WHOLES: dict[str, Callable[[Any, str], list[Whole]]] = {
    "calendars": _rows,
    "ci_workflows": _steps,
    "gramaddict": _entries,
    "make": _objects_with("module"),
    "matterbridge": _gateways,
    "n8n": _objects_with("name", "parameters", "type"),
}


# ------------------------------------------------------------------------------------------- order


def _rows_apart(text: str, rng: random.Random) -> str:
    dialect = csv.Sniffer().sniff(text)
    head, *rows = csv.reader(io.StringIO(text), dialect)
    rng.shuffle(rows)
    written = io.StringIO()
    csv.writer(written, delimiter=dialect.delimiter).writerows([head, *rows])
    return written.getvalue()


def _documents(text: str) -> list[Any]:
    """What a file of JSON or YAML holds, every value a text in the latter."""
    if text.lstrip().startswith(("{", "[")):
        return [json.loads(text)]
    return [each for each in yaml.load_all(text, yaml.BaseLoader) if each]


def _written(documents: list[Any], like: str) -> str:
    if like.lstrip().startswith(("{", "[")):
        return json.dumps(documents[0])
    return yaml.dump_all(documents, sort_keys=False)


def _keys_apart(text: str, rng: random.Random) -> str:
    """The documents of a file, the keys of each object but the columns of tables, and the ways out of each router."""

    def apart(value: Any) -> Any:
        if isinstance(value, list):
            return [apart(each) for each in value]
        if not isinstance(value, dict):
            return value
        names = rng.sample(list(value), len(value))
        made = {name: value[name] if name == "columns" else apart(value[name]) for name in names}
        if "routes" in made:
            rng.shuffle(made["routes"])
        return made

    documents = _documents(text)
    return _written([apart(each) for each in rng.sample(documents, len(documents))], text)


def _gateways_apart(text: str, rng: random.Random) -> str:
    head, *gateways = text.split("[[gateway]]")
    rng.shuffle(gateways)
    return "[[gateway]]".join([head, *(f"{each.rstrip()}\n\n" for each in gateways)])


APART: dict[str, Callable[[str, random.Random], str]] = {
    "calendars": _rows_apart,
    "matterbridge": _gateways_apart,
}


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_what_stands_beside_each_other_does_not_matter(case: str) -> None:
    name, data = file_of(case)
    apart = APART.get(dirname(dirname(case)), _keys_apart)
    before = said(name, apart(data.decode(), random.Random(0)))  # noqa: S311 - nothing is kept secret by it
    for seed in SEEDS:
        after = apart(data.decode(), random.Random(seed + 1))  # noqa: S311 - nothing is kept secret by it
        assert said(name, after) == before


# ------------------------------------------------------------------------------------------- what does nothing


def _with_a_rule_that_approves(text: str) -> str:
    return f"{text.rstrip()}\n---\ntype: comment\nauthor: {{is_moderator: true}}\naction: approve\n"


def _with_a_column(text: str) -> str:
    dialect = csv.Sniffer().sniff(text)
    head, *rows = csv.reader(io.StringIO(text), dialect)
    written = io.StringIO()
    filled = ([*row, "looks good"] for row in rows)
    csv.writer(written, delimiter=dialect.delimiter).writerows([[*head, "Internal remark"], *filled])
    return written.getvalue()


def _with_idle_steps(text: str) -> str:
    document = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts of all
    for job in document.get("jobs", {}).values():
        job["steps"] = [{"uses": "actions/checkout@v4"}, *job.get("steps", []), {"run": "make test"}]
    if "jobs" in document:
        document["jobs"]["only-tests"] = {"runs-on": "ubuntu-latest", "steps": [{"run": "make lint"}]}
    return yaml.dump(document, sort_keys=False)


def _with_a_key(text: str) -> str:
    """One that no tool has, beside those at the top."""
    first, *others = _documents(text)
    return _written([{**first, "remark_of_ours": "looks good"} if isinstance(first, dict) else first, *others], text)


def _with_an_account_of_no_gateway(text: str) -> str:
    return f'[general]\nLogFile = "bridge.log"\n\n[zulip.unused]\nServer = "https://zulip.example"\n\n{text}'


IDLE: dict[str, Callable[[str], str]] = {
    "automoderator": _with_a_rule_that_approves,
    "calendars": _with_a_column,
    "ci_workflows": _with_idle_steps,
    "matterbridge": _with_an_account_of_no_gateway,
}


@pytest.mark.parametrize("case", CASES)
def test_what_does_nothing_does_not_matter(case: str) -> None:
    name, data = file_of(case)
    idle = IDLE.get(dirname(dirname(case)), _with_a_key)
    assert said(name, idle(data.decode())) == said(name, _as_idle_is_written(case, data.decode()))


def _as_idle_is_written(case: str, text: str) -> str:
    """A table with as few quotation marks as it can have: fingerprints go by the text of a cell as it stands."""
    if not case.startswith("calendars"):
        return text
    written = io.StringIO()
    dialect = csv.Sniffer().sniff(text)
    csv.writer(written, delimiter=dialect.delimiter).writerows(csv.reader(io.StringIO(text), dialect))
    return written.getvalue()


# ------------------------------------------------------------------------------------------- names


def _jobs_renamed(text: str) -> str:
    """Other names of workflow, jobs and steps; ids by which steps are spoken of stay."""
    document = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts of all
    if "jobs" not in document:
        return text
    document["name"] = f"{document.get('name', 'It')} of ours"
    jobs = {f"{name}-of-ours": job for name, job in document["jobs"].items()}
    for job in jobs.values():
        needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
        job |= {"needs": [f"{need}-of-ours" for need in needs]} if needs else {}
        for step in job.get("steps", []):
            step["name"] = f"{step.get('name', 'Step')} of ours"
    document["jobs"] = jobs
    return yaml.dump(document, sort_keys=False)


def _names_of_ours(name: str, text: str) -> str:
    """Another name of each account and automation whose own name stands in the file."""
    setup = project_of(name, text.encode()).setup
    ids = [part.id for parts in (setup.accounts, setup.automations) for part in parts]
    ends = {each.span.end for each in ids if text[each.span.start : each.span.end] == each.name}
    for end in sorted(ends, reverse=True):
        text = f"{text[:end]}_of_ours{text[end:]}"
    return text


def _replaced(pattern: str, by: str) -> Callable[[str, str], str]:
    return lambda _, text: re.sub(pattern, by, text, flags=re.MULTILINE)


RENAMED: dict[str, Callable[[str, str], str]] = {
    "calendars": _replaced(r"(?<=,)@(\w+)(?=,)", r"@our_\1"),
    "ci_workflows": lambda _, text: _jobs_renamed(text),
    "matterbridge": _replaced(r'^name *= *"([^"]*)"', r'name = "our \1"'),
}


@pytest.mark.parametrize("case", CASES)
def test_names_only_matter_as_names(case: str) -> None:
    name, data = file_of(case)
    renamed = RENAMED.get(dirname(dirname(case)), _names_of_ours)(name, data.decode())
    assert [each[:2] for each in said(name, renamed)] == [each[:2] for each in said(name, data.decode())]


@pytest.mark.parametrize("tool", RENAMED)
def test_each_tool_has_a_case_with_names(tool: str) -> None:
    files = [file_of(case) for case in CASES if dirname(dirname(case)) == tool]
    assert any(RENAMED[tool](name, data.decode()) != data.decode() for name, data in files)


# ------------------------------------------------------------------------------------------- damage


def _damaged(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data))
    end = min(len(data), start + rng.choice((1, 3, 40, 400)))
    match rng.randrange(4):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:start] + data[start:end] * 2 + data[end:]
    return data[:start] + bytes(rng.choice(b'{}[]",:\\\n \x00\xff-#&*') for _ in range(end - start)) + data[end:]


@pytest.mark.parametrize("case", CASES)
def test_a_damaged_file_ends_in_a_message_or_is_read(case: str) -> None:
    name, data = file_of(case)
    for seed in SEEDS:
        project = project_of(name, _damaged(data, random.Random(f"{case} {seed}")))  # noqa: S311 - nothing is kept secret by it
        report = judged(project, Request(()))
        assert (project.faults, report.faults) == ((), ())
