"""A second format goes the same way as our own: a row, and what is found is told at its places."""

from pathlib import Path

import pytest
from sociable.documents.document import Document
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Part
from sociable.pipeline import Request, check
from sociable.project.load import load
from sociable.readers import importers
from sociable.readers.fragment import Fragment, Link, OpenFact
from sociable.readers.importers import FOREIGN, Importer
from sociable.setup.model import Account, Automation, Named, Step, Target, Trigger
from sociable.text.source import Source, Span
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

TEXT = "TINY\n@museum on followed: follow\n"


def read(document: Document) -> Fragment:
    source = document.source
    begin = source.text.index("@")
    here = Span(source, begin, len(source.text) - 1)
    at = Span(source, source.text.rindex("follow"), len(source.text) - 1)
    name, origin = Named("museum", Span(source, begin, begin + 7)), Origin("tiny", "follow back", "7")
    step = Step(VERBS["follow"], at, None, Target("person", at, "event.user"), origin=origin)
    return Fragment(
        source,
        "tiny",
        (Account(name, here, "x", "@museum", origin=origin),),
        (Automation(Named("back", at), here, (name,), Trigger(EVENTS["followed"], here), (step,), origin=origin),),
        coverage=Coverage("a tiny file", (Part("line 2", here, "understood"),)),
        open=(OpenFact("inbox", "the form has no place for it", here),),
        links=(Link("runs", "other", here),),
    )


TINY = Importer("tiny", lambda data: b"TINY" in data, lambda document: document.source.text[:4] == "TINY", read)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    row = TINY._replace(parse=Document, endings=(".tiny",))
    monkeypatch.setattr(importers, "IMPORTERS", (*importers.IMPORTERS, row))
    (tmp_path / "a.tiny").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("path", [".", "a.tiny"])
def test_a_second_format_is_judged_at_its_places(path: str) -> None:
    report = check(Request((path,)))
    assert report.files == ("a.tiny",)
    told = {finding.rule: (str(finding.span), finding.span.text) for finding in report.findings}
    assert told["auto-follow-back"] == ("a.tiny:2:22", "follow")


def test_what_it_says_of_itself_is_handed_on(folder: Path) -> None:
    (folder / "b.yml").write_text("sociable: 1\n", encoding="utf-8")
    project = load(["."])
    assert project.files == ("a.tiny", "b.yml")
    assert list(project.coverage) == ["a.tiny"]
    assert (project.coverage["a.tiny"].understood, len(project.coverage["a.tiny"].parts)) == (1, 1)
    assert [fact.what for fact in project.open] == ["inbox"]
    assert [link.to for link in project.links] == ["other"]
    assert {path: len(document.roots) for path, document in project.documents.items()} == {"a.tiny": 0, "b.yml": 1}


def test_what_only_claims_to_be_one_is_told_as_before(folder: Path) -> None:
    (folder / "c.yml").write_text("TIN: TINY\n", encoding="utf-8")
    assert [tuple(each) for each in load(["c.yml"]).skipped] == [("c.yml", "no `sociable:` line")]


ODD = '{"nodes": [{"name": "Daily", "type": "scheduleTrigger"}], "connections": []}'


def test_a_file_that_is_not_recognised_is_read_as_somebody_says(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(ODD)
    named = (str(tmp_path / "odd.txt"),)
    assert check(Request(named)).coverage == {}
    assert [each.read_as for each in check(Request(named, read_as="n8n")).coverage.values()] == ["an n8n export"]
    (finding,) = check(Request(named, read_as="make")).findings
    assert finding.message == "nothing here can be read as `make`"


def test_what_only_lies_in_a_folder_is_read_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "odd.json").write_text(ODD)
    assert check(Request((str(tmp_path / "inner"),), read_as="n8n")).coverage == {}


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("text", ["", "[]", "{}", "a", "a: b", '{"nodes": 3, "flow": 4}', "a,b\n1,2"])
def test_nonsense_is_never_read_as_anything(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text(text)
    report = check(Request((str(tmp_path / "file"),), read_as=name))
    assert all("internal error" not in each.message for each in report.findings)
    assert report.findings


@pytest.mark.parametrize("importer", importers.IMPORTERS, ids=lambda each: each.name)
def test_what_is_imported_later_is_there(importer: Importer) -> None:
    empty = importer.parse(Source("a", "{}"))
    assert not importer.recognises(empty)
    assert not importer.takes(empty)
    assert importer.advice("no-such-rule") == ""
    assert importer.together is None or importer.together([]) == []


KEY = "4bCdEfGh1jKlMn0pQrStUvWxYz"
BRIDGE = """[{account}]
{name}="{key}"
[[gateway]]
name="club"
enable=true
[[gateway.inout]]
account="{account}"
channel="home"
[[gateway.inout]]
account="mastodon.club"
channel="home"
"""


@pytest.mark.parametrize(
    ("file", "text", "key"),
    [
        ("bridge.toml", BRIDGE.format(account="discord.club", name="Token", key="{key}"), f"{KEY}.Cl2FMQ.{KEY}"),
        ("bridge.toml", BRIDGE.format(account="irc.club", name="Password", key="{key}"), "tR0ub4dor&3"),
        ("feeds.yml", "access_token: {key}\nfeeds: [{{url: https://a.example/, template: '{{title}}'}}]\n", KEY),
    ],
)
def test_a_key_in_a_configuration_is_told(file: str, text: str, key: str) -> None:
    report = check(Request((), stdin=(file, text.format(key=key).encode())))
    assert [each.span.text for each in report.findings if each.rule == "secret-in-file"] == [key]
