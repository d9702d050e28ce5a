import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sociable.findings.finding import (
    CONFIDENCES,
    SEVERITIES,
    Change,
    Clause,
    EvidenceStep,
    Finding,
    Fix,
    LoopEvidence,
    Member,
    Suppression,
)
from sociable.findings.origin import Origin
from sociable.findings.report import Report
from sociable.output import json_report
from sociable.pipeline import Request, check
from sociable.text.source import Edit, Source
from sociable.text.style import PLAIN

from tests.output.builders import LOOP, REPORTS, STORY, WHY, finding, report, span
from tests.output.conftest import Invalid


def written(of: Report) -> str:
    out = StringIO()
    json_report.write(of, out, PLAIN)
    return out.getvalue()


def read(of: Report) -> Any:
    return json.loads(written(of))


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_keeps_to_the_schema(name: str, json_errors: Invalid) -> None:
    assert json_errors(written(REPORTS[name])) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.update(more=1),
        lambda document: document.update(version="1"),
        lambda document: document["summary"].pop("error"),
        lambda document: document["findings"][0].update(extra=1),
        lambda document: document["findings"][0].update(severity="fatal"),
        lambda document: document["findings"][0].update(fingerprint="short"),
        lambda document: document["findings"][0]["place"]["start"].update(line=0),
        lambda document: document["findings"][0]["loop"].update(verdict="stops"),
        lambda document: document["findings"][0]["loop"]["walk"].clear(),
    ],
)
def test_the_schema_bites(spoil: Any, json_errors: Invalid) -> None:
    document = read(LOOP)
    spoil(document)
    assert json_errors(json.dumps(document))


def test_the_schema_is_one(findings_schema: Any) -> None:
    Draft202012Validator.check_schema(findings_schema)


def test_the_schema_allows_no_more_words_than_findings_have(findings_schema: Any) -> None:
    properties = findings_schema["$defs"]["finding"]["properties"]
    assert tuple(properties["severity"]["enum"]) == SEVERITIES
    assert tuple(properties["confidence"]["enum"]) == CONFIDENCES
    assert findings_schema["properties"]["version"]["const"] == json_report.VERSION


def test_the_schema_explains_everything(findings_schema: Any) -> None:
    def undescribed(schema: Any, path: str) -> Iterator[str]:
        for name, part in schema.get("properties", {}).items():
            if "description" not in part and "$ref" not in part:
                yield f"{path}/{name}"
            yield from undescribed(part, f"{path}/{name}")
        for part in schema.get("$defs", {}).values():
            yield from undescribed(part, path)
        if "items" in schema:
            yield from undescribed(schema["items"], path)

    assert list(undescribed(findings_schema, "")) == []


UNTOLD = ("hidden", "anywhere", "suppressed_too")
"""Where suppressions count, what stands on the page that is named, where the advice is for a tool, and what stands in
what is told of a suppression."""


def test_nothing_of_a_finding_is_left_out() -> None:
    (written_finding, *_) = read(LOOP)["findings"]
    known = {"place" if name == "span" else name for name in Finding._fields if name not in UNTOLD}
    with_page = {"page", "title", "category", "kinds", "excerpt"}
    assert set(written_finding) | {"why_held", "laws", "laws_if", "readers", "seats"} | with_page == known | with_page
    left = {"fault", "played"}  # one is told of the whole run, the other as clauses
    assert set(written_finding["loop"]) == {*LoopEvidence._fields} - left | {"rehearsal"}
    assert set(written_finding["loop"]["walk"][0]) == {
        "place" if name == "span" else name for name in EvidenceStep._fields
    }


def test_why_a_rule_held_is_told_when_it_is_known() -> None:
    assert "why_held" not in read(STORY)["findings"][0]
    first, *others = read(WHY)["findings"][0]["why_held"]
    assert set(first) == {"place" if name == "span" else name for name in Clause._fields}
    assert [each["role"] for each in (first, *others)] == ["when", "when", "unless"]
    part = others[0]["parts"][0]
    assert (part["text"], part["held"], part["place"]["start"]["line"]) == ("s.text names a.person", True, 8)
    assert "role" not in part


def test_a_place_is_given_in_lines_columns_and_bytes() -> None:
    source = Source("a.yml", "one: 1\né: 東京 x\n", preamble=3)
    place = read(report(finding(span(source, "東京"))))["findings"][0]["place"]
    assert place == {
        "path": "a.yml",
        "start": {"line": 2, "column": 4, "byte": 3 + 7 + 4},
        "end": {"line": 2, "column": 6, "byte": 3 + 7 + 4 + 6},
    }


def test_the_summary_counts() -> None:
    assert read(STORY)["summary"] == {
        "error": 3,
        "warning": 1,
        "info": 1,
        "files": 1,
        "skipped": 2,
        "accounts": 4,
        "automations": 14,
        "rules": 19,
        "suppressed": 0,
        "kept": 0,
        "stale": 0,
    }


def test_one_finding_is_one_line() -> None:
    lines = written(STORY).splitlines()
    assert [json.loads(line.rstrip(","))["rule"] for line in lines[1:-1]] == [found.rule for found in STORY.findings]


def test_half_a_surrogate_pair_becomes_a_character_that_every_reader_takes() -> None:
    document = read(
        report(finding(span(STORY.findings[0].span.source, "council"), message="a\ud800b \U0001f389 \udcff"))
    )
    assert document["findings"][0]["message"] == "a\ufffdb \U0001f389 \ufffd"


def test_a_document_is_plain_ascii() -> None:
    assert written(REPORTS["hostile"]).isascii()
    assert written(REPORTS["hostile"]).replace("\n", "").isprintable()


def test_all_that_a_finding_may_carry_keeps_to_the_schema(json_errors: Invalid) -> None:
    here = STORY.findings[0].span
    origin = Origin("n8n", "Send DM", "7", "guessed", Origin("n8n", "Welcome", "w1"))
    whole = finding(here)._replace(
        members=(
            Member(here, "@shop", ("a", "shop"), "0" * 16, severity="error"),
            Member(here, "", (), "1" * 16, origin, severity="error"),
        ),
        also=("other-rule",),
        suppressed=Suppression(("some-rule",), "agreed with the council", "2027-01-31", here),
        suppressed_too=(here,),
        fix=Fix("unsafe", "replace it", here, Change("replace", "step", word="notify"), (Edit(here, "notify"),)),
    )
    assert json_errors(written(report(whole))) == []
    (found,) = read(report(whole))["findings"]
    assert "origin" not in found["members"][0]
    assert found["members"][1]["origin"]["within"]["called"] == "Welcome"
    assert found["also"] == ["other-rule"]
    assert found["suppressed"]["until"] == "2027-01-31"
    assert found["suppressed"]["others"] == [found["place"]]
    assert found["fix"]["change"] == {"action": "replace", "kind": "step", "key": None, "word": "notify"}
    assert found["fix"]["edits"] == [{"place": found["place"], "text": "notify"}]


def test_the_day_by_which_was_judged_stands_in_it_so_that_a_later_report_can_name_it(json_errors: Invalid) -> None:
    assert read(STORY)["today"] == datetime.now(UTC).date().isoformat()
    dated = STORY._replace(today=date(2027, 1, 31))
    assert json_errors(written(dated)) == []
    assert read(dated)["today"] == "2027-01-31"


@pytest.mark.parametrize("encoded", ["utf-8", "utf-8-sig", "utf-16"])
def test_each_file_stands_with_the_hash_of_its_bytes(encoded: str, tmp_path: Path) -> None:
    from hashlib import sha256

    data = "sociable: 1\r\naccounts: {naïve: {platform: x}} # 😀\n".encode(encoded)
    (tmp_path / "a.yml").write_bytes(data)
    (told,) = read(check(Request((str(tmp_path / "a.yml"),))))["files"]
    assert told["sha256"] == sha256(data).hexdigest()


def test_the_hash_is_of_what_was_checked_and_not_of_what_lies_on_disk(tmp_path: Path) -> None:
    from hashlib import sha256

    (tmp_path / "a.yml").write_text("sociable: 1\n")
    data = b"sociable: 1\naccounts: {}\n"
    (told,) = read(check(Request((), (str(tmp_path / "a.yml"), data))))["files"]
    assert told["sha256"] == sha256(data).hexdigest()
