"""Each row of the tables has a sample, and is read as the sample says."""

from os.path import dirname, join
from typing import Any

import pytest
import yaml
from sociable.readers.addresses.addresses import known
from sociable.readers.addresses.requests import Request, address_of
from sociable.readers.flow.parts import Part, Template
from sociable.text.source import Source, Span

from generators.import_tables import load
from tests.readers.n8n.exports import node, part, parts, workflow

PROJECT = dirname(dirname(dirname(dirname(__file__))))
NOWHERE = Span(Source("", ""), 0, 0)

with open(join(dirname(__file__), "samples.yml"), encoding="utf-8") as file:
    SAMPLES = yaml.load(file, yaml.CSafeLoader)

NODES = load(PROJECT, "n8n", "nodes")
TRIGGERS = load(PROJECT, "n8n", "triggers")
ADDRESSES = load(PROJECT, "addresses", "addresses")


def said(found: Part) -> str:
    """What a part is and does, in one line."""
    event = found.event if found.kind in ("trigger", "fetch") else ""
    guessed = "guessed" if found.guessed else ""
    told = " ".join(sorted(found.disclosed))
    words = (found.kind, found.verb, event, found.crowd, found.platform, found.via, found.reason, guessed, told)
    return " ".join(filter(None, words))


def kind_of(sample: dict[str, Any]) -> str:
    return str(sample["type"]).rsplit(".", 1)[-1]


@pytest.mark.parametrize("sample", SAMPLES["nodes"], ids=lambda sample: f"{kind_of(sample)} {sample.get('row', '')}")
def test_a_node_is_read_as_its_sample_says(sample: dict[str, Any]) -> None:
    name = sample.get("name", "It")
    assert said(parts(workflow([node(name, sample["type"], sample["parameters"])]))[0]) == sample["is"]


@pytest.mark.parametrize("sample", SAMPLES["calls"], ids=lambda sample: sample["call"])
def test_a_call_is_read_as_its_sample_says(sample: dict[str, Any]) -> None:
    method, _, url = sample["call"].partition(" ")
    body = [{"name": name, "value": value} for name, value in sample.get("fields", {}).items()]
    parameters = {"method": method, "url": url, "bodyParameters": {"parameters": body}}
    assert said(part("httpRequest", parameters, version=4.2)) == sample["is"]


def test_every_row_of_a_node_has_a_sample() -> None:
    rows = {(kind, row) for kind, table in NODES.items() for row in table.get("operations", [""])}
    rows |= {(kind, "") for kind in TRIGGERS}
    assert rows - {(kind_of(sample), sample.get("row", "")) for sample in SAMPLES["nodes"]} == set()


def test_every_row_of_an_address_has_a_sample_that_hits_it() -> None:
    rows = {id(row): (each["host"][0], name) for each in ADDRESSES for name, row in each["paths"].items()}
    hit = set()
    for sample in SAMPLES["calls"]:
        method, _, url = sample["call"].partition(" ")
        address = address_of(Template((url,), NOWHERE))
        request = Request(method, address, NOWHERE, frozenset(sample.get("fields", {})))
        found = known(request)
        assert found is not None
        named = [name for each in ADDRESSES for name, row in each["paths"].items() if row == found.row]
        assert sample["row"] in named, sample["call"]
        hit.add(sample["row"])
    assert {name for _, name in rows.values()} - hit == set()


def test_every_usual_limit_is_that_of_an_operation_that_has_one() -> None:
    defaults = load(PROJECT, "n8n", "defaults")
    usual = {(kind, name) for kind, rows in defaults.items() for row in rows.values() for name in row.get("limit", ())}
    limited = {
        (kind, name)
        for kind, row in NODES.items()
        for name, does in row.get("operations", {}).items()
        if "limit" in does
    }
    assert usual
    assert usual - limited == set()
