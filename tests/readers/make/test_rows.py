"""Each row of the table of modules has a sample, and is read as the sample says."""

import json
from os.path import dirname, join
from typing import Any

import pytest
import yaml
from sociable.documents.json_tree import parse
from sociable.readers.flow.parts import Part
from sociable.readers.make.blueprint import flow_of, read_blueprint
from sociable.readers.make.make_parts import module_row, parts_of_blueprint
from sociable.text.source import Source

from generators.import_tables import load

PROJECT = dirname(dirname(dirname(dirname(__file__))))

with open(join(dirname(__file__), "samples.yml"), encoding="utf-8") as file:
    SAMPLES = yaml.load(file, yaml.CSafeLoader)

APPS = load(PROJECT, "make", "modules")


def part_of(sample: dict[str, Any]) -> Part:
    module = {"id": 1, "module": sample["module"], "mapper": sample.get("mapper", {})}
    source = Source("flow.json", json.dumps({"name": "It", "flow": [module]}))
    root = flow_of(parse(source).roots[0])
    assert root is not None
    return parts_of_blueprint(read_blueprint(root), source)[0]


def said(found: Part) -> str:
    event = found.event if found.kind in ("trigger", "fetch") else ""
    words = (found.kind, found.verb, event, found.crowd, found.platform, found.via, found.reason)
    return " ".join(filter(None, words))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["module"])
def test_a_module_is_read_as_its_sample_says(sample: dict[str, Any]) -> None:
    assert said(part_of(sample)) == sample["is"]


def test_every_row_has_a_sample_that_hits_it() -> None:
    hit = set()
    for sample in SAMPLES:
        app, _, name = sample["module"].partition(":")
        row = module_row(app, name)
        assert row is not None
        own = dict(APPS[app]["modules"][sample["row"]])
        assert {key: row[key] for key in own} == own
        hit.add((app, sample["row"]))
    assert {(app, name) for app, table in APPS.items() for name in table["modules"]} - hit == set()


def test_an_app_that_is_not_known_is_told() -> None:
    assert said(part_of({"module": "strange:DoThings"})) == "pass unknown-node"
