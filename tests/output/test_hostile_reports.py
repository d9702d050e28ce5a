"""Whatever files hold: no report does anything but say it."""

import json
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.findings.finding import (
    CONFIDENCES,
    SEVERITIES,
    Change,
    Citation,
    Clause,
    EvidenceStep,
    Finding,
    Fix,
    LoopEvidence,
    Member,
    Related,
    Suppression,
    by_gravity,
)
from sociable.findings.origin import CERTAINTIES, Origin
from sociable.findings.report import Report, Skipped
from sociable.output.formats import write
from sociable.text.columns import cells
from sociable.text.safe import visible
from sociable.text.source import Edit, Source, Span
from sociable.text.style import Style
from sociable.vocabulary.values import FIX_SAFETY

from tests.output.conftest import Invalid
from tests.output.runner import command, is_old_command

FORGERIES = [
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x9b2J",
    "\r",
    "\n",
    "\n::error::x",
    "::set-output name=a::b",
    "##[add-mask]x",
    "##vso[task.setvariable variable=a]b",
    "%0A",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u2028",
    "\x85",
    "\u3164",
    "<script>",
    "[a](javascript:b)",
    "{0}",
    '"findings": []',
    '"results": []',
    "🎉",
    "👩‍💻",
    "東京",
    "e\u0301",
]
texts = st.lists(st.sampled_from(FORGERIES) | st.text(max_size=30) | st.just("\ud800"), max_size=6).map("".join)
paths = st.lists(st.sampled_from(FORGERIES) | st.sampled_from(["a/b", "\udcff"]), min_size=1, max_size=3).map("".join)
sources = st.builds(Source, paths, texts | st.lists(texts, max_size=4).map("\n".join))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    source = draw(sources)
    start = draw(st.integers(0, len(source.text)))
    return Span(source, start, draw(st.integers(start, len(source.text))))


walks = st.lists(st.builds(EvidenceStep, texts, texts, texts, texts, spans()), min_size=1, max_size=3).map(tuple)
loops = st.builds(
    LoopEvidence,
    walks,
    st.sampled_from(["settles", "flips", "spawns", "spreads"]),
    texts,
    st.sampled_from(["plain", "multiplies"]),
    st.sampled_from(["certain", "may", "mirror"]),
    st.integers(0, 3),
    texts,
    st.lists(texts, max_size=2).map(tuple),
    texts,
    st.lists(texts, max_size=4).map(tuple),
)
below = st.recursive(
    st.builds(Clause, st.just(""), texts, st.booleans(), texts, st.none() | spans(), st.just(()), texts),
    lambda parts: st.builds(
        Clause,
        st.just(""),
        texts,
        st.booleans(),
        texts,
        st.none() | spans(),
        st.lists(parts, max_size=2).map(tuple),
        texts,
    ),
    max_leaves=4,
)
clauses = st.builds(lambda clause, role: clause._replace(role=role), below, st.sampled_from(["when", "unless"]))
words = texts.filter(bool)
changes = st.builds(Change, st.sampled_from(["replace", "remove", "set"]), words, texts, texts)
fixes = st.builds(
    Fix,
    st.sampled_from(sorted(FIX_SAFETY)),
    texts,
    spans(),
    changes,
    st.lists(st.builds(Edit, spans(), texts), max_size=2).map(tuple),
)
fingerprints = st.text("0123456789abcdef", min_size=16, max_size=16)
origins = st.builds(Origin, texts, texts, texts, st.sampled_from(sorted(CERTAINTIES)), st.none())
citations = st.builds(Citation, texts, texts, texts, texts, texts, texts, texts)
members = st.builds(
    Member,
    spans(),
    texts,
    st.lists(texts, max_size=2).map(tuple),
    fingerprints,
    st.builds(lambda inner, outer: inner._replace(within=outer), origins, st.none() | origins),
    severity=st.sampled_from(SEVERITIES),
    platform=texts,
    citation=st.none() | citations,
    judgement=texts,
)
names = st.lists(texts, max_size=2).map(tuple)
suppressions = st.builds(Suppression, names, texts, st.sampled_from(["", "2027-01-31"]), spans())
countries = st.frozensets(st.sampled_from(["DE", "EU", "US"]))
findings = st.builds(
    Finding,
    st.sampled_from(["some-rule", "broken-yaml", "odd\x1b[31m,title=rule"]),
    st.sampled_from(SEVERITIES),
    st.sampled_from(CONFIDENCES),
    spans(),
    texts,
    texts,
    texts,
    texts,
    st.lists(texts, max_size=2).map(tuple),
    fingerprints,
    st.sampled_from(["", "x"]),
    st.none() | citations,
    texts,
    st.lists(citations, max_size=2).map(tuple),
    st.lists(citations, max_size=2).map(tuple),
    countries,
    countries,
    st.lists(st.builds(Related, spans(), texts), max_size=2).map(tuple),
    st.none() | loops,
    st.none() | fixes,
    st.lists(clauses, max_size=2).map(tuple),
    st.lists(members, max_size=2).map(tuple),
    names,
    st.just(()),
    st.none() | suppressions,
    texts,
    st.lists(spans(), max_size=2).map(tuple),
)
reports = st.tuples(
    st.lists(findings, max_size=3).map(tuple),
    st.lists(paths, max_size=2).map(tuple),
    st.lists(st.builds(Skipped, paths, texts), max_size=2).map(tuple),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 3),
).map(lambda given: Report(*given))  # `builds` would make up what has a default
thorough = settings(deadline=None, max_examples=50)


def written(report: Report, form: str, *, colour: bool = False, width: int = 80, verbose: bool = False) -> str:
    out = StringIO()
    write("report", report, out, form, Style(colour, width, verbose))
    return out.getvalue()


def unsafe_characters(text: str) -> set[str]:
    """What acts or hides, joiners apart, which stay within words and emoji."""
    hidden = {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    return hidden - {"\n", "\u200c", "\u200d"}


@thorough
@given(report=reports, colour=st.booleans(), width=st.integers(0, 120), verbose=st.booleans())
def test_text_acts_on_no_terminal_and_forges_no_command(
    report: Report, colour: bool, width: int, verbose: bool
) -> None:
    text = written(report, "text", colour=colour, width=width, verbose=verbose)
    if colour:
        text = re.sub(r"\x1b\[[0-9;]+m", "", text)
    assert unsafe_characters(text) == set()
    text.encode()
    for line in written(report, "text", colour=colour, width=width, verbose=verbose).split("\n"):
        assert command(line) is None
        assert not is_old_command(line)


@thorough
@given(report=reports, width=st.integers(40, 120))
def test_text_keeps_to_its_width(report: Report, width: int) -> None:
    for line in written(report, "text", width=width, verbose=True).split("\n"):
        was_defused = r"\u{3a}" in line or r"\u{23}" in line
        assert cells(line) <= width or "-->" in line or was_defused


@thorough
@given(report=reports)
def test_github_gets_one_command_a_finding(report: Report) -> None:
    text = written(report, "github")
    assert unsafe_characters(text) == set()
    lines = text.split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, by_gravity(report.findings), strict=True):
        found = command(line)
        assert found is not None
        assert found.name == {"info": "notice"}.get(finding.severity, finding.severity)
        assert found.properties["file"] == visible(finding.span.path)
        assert found.properties["title"] == visible(finding.rule)
        assert not found.properties.keys() - {"file", "line", "col", "endLine", "endColumn", "title"}


@thorough
@given(report=reports)
def test_json_is_what_the_schema_says(report: Report, json_errors: Invalid) -> None:
    text = written(report, "json")
    assert text.isascii()
    assert json_errors(text) == []
    assert len(json.loads(text)["findings"]) == len(report.findings)


OBEYED = re.compile(r"##\w*\[|^\s*::|section_(?:start|end):", re.MULTILINE)


@thorough
@given(report=reports, form=st.sampled_from(["concise", "statistics", "markdown", "junit", "gitlab"]))
def test_no_other_format_holds_what_acts_or_hides(report: Report, form: str) -> None:
    text = written(report, form)
    assert unsafe_characters(text) == set()
    assert not OBEYED.search(text)
    if form == "junit":
        ElementTree.fromstring(text)  # noqa: S314 - we wrote it
    if form == "gitlab":
        for each in json.loads(text):
            said = each["description"], each["location"]["path"]
            assert set().union(*map(unsafe_characters, said)) == set()
            assert not any(map(OBEYED.search, said))


@thorough
@given(report=reports)
def test_sarif_is_what_the_official_schema_says(report: Report, sarif_errors: Invalid) -> None:
    text = written(report, "sarif")
    assert text.isascii()
    assert sarif_errors(text) == []
    results = json.loads(text)["runs"][0]["results"]
    assert len(results) == len(report.findings)
    for result in results:
        assert unsafe_characters(result["message"]["text"]) == set()
        assert "](" not in result["message"]["text"]
        assert not re.search(r"(?<!\{)(\{\{)*\{[0-9]", result["message"]["text"])
