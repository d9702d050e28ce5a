"""What must not matter in files of other tools, whichever: the order of what stands beside each other, and damage.

Tests of single tools stand beside their cases: names, nodes that do nothing, hostile files of that tool.
"""

import csv
import io
import random
from collections.abc import Callable, Iterator
from functools import partial
from os import listdir
from os.path import dirname, join
from typing import Any

import pytest
import yaml
from sociable.documents.nodes import Mapping, Node, Sequence, member, text_at
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
    nodes: dict[str, list[tuple[int, int]]] = {}
    for called, whole in _named_nodes(document.roots) if case.startswith("n8n") else ():
        nodes.setdefault(called, []).append(whole)
    for automation in project.setup.automations:
        for step in automation.steps:
            assert 0 <= step.span.start < step.span.end <= len(step.span.source.text)
            wholes = nodes.get(step.origin.called, [(0, len(step.span.source.text))])
            assert any(start <= step.span.start < step.span.end <= end for start, end in wholes)


def _named_nodes(roots: Any) -> Iterator[tuple[str, tuple[int, int]]]:
    todo: list[Node] = list(roots)
    while todo:
        each = todo.pop()
        if type(each) is Mapping:
            if member(each, "parameters") is not None and text_at(each, "type"):
                yield text_at(each, "name"), (each.start, each.end)
            todo += [value for _, value in each.values()]
        elif type(each) is Sequence:
            todo += each.items


# ------------------------------------------------------------------------------------------- order


def _rows_apart(text: str, rng: random.Random) -> str:
    dialect = csv.Sniffer().sniff(text)
    head, *rows = csv.reader(io.StringIO(text), dialect)
    rng.shuffle(rows)
    written = io.StringIO()
    csv.writer(written, delimiter=dialect.delimiter).writerows([head, *rows])
    return written.getvalue()


def _documents_apart(text: str, rng: random.Random) -> str:
    documents = [each for each in yaml.load_all(text, yaml.BaseLoader) if each]
    rng.shuffle(documents)
    return yaml.dump_all(documents, sort_keys=False)


def _keys_apart(text: str, rng: random.Random) -> str:
    """The keys at the top, and those of ``jobs`` below it."""
    document = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts of all
    if "jobs" in document:
        document["jobs"] = _shuffled(document["jobs"], rng)
    return yaml.dump(_shuffled(document, rng), sort_keys=False)


def _shuffled(group: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    names = list(group)
    rng.shuffle(names)
    return {name: group[name] for name in names}


def _gateways_apart(text: str, rng: random.Random) -> str:
    head, *gateways = text.split("[[gateway]]")
    rng.shuffle(gateways)
    return "[[gateway]]".join([head, *(f"{each.rstrip()}\n\n" for each in gateways)])


APART: dict[str, Callable[[str, random.Random], str]] = {
    "automoderator": _documents_apart,
    "calendars": _rows_apart,
    "ci_workflows": _keys_apart,
    "gramaddict": _keys_apart,
    "matterbridge": _gateways_apart,
}


@pytest.mark.parametrize("case", [case for case in CASES if dirname(dirname(case)) in APART])
def test_the_order_of_what_stands_beside_each_other_does_not_matter(case: str) -> None:
    name, data = file_of(case)
    apart = APART[dirname(dirname(case))]
    before = said(name, apart(data.decode(), random.Random(0)))  # noqa: S311 - nothing is kept secret by it
    for seed in SEEDS:
        after = apart(data.decode(), random.Random(seed + 1))  # noqa: S311 - nothing is kept secret by it
        assert said(name, after) == before


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
