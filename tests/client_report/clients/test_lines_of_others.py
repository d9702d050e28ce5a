"""No line of a file is shown that names another client, however it writes that, or where others have something too."""

from pathlib import Path

import pytest
from sociable.client_report.clients.lines_of_others import LinesOfOthers
from sociable.client_report.clients.other_clients import AllNames, Names
from sociable.client_report.clients.per_client import per_client
from sociable.client_report.content.content_of_report import Content, ExcerptLine, ShownPlace
from sociable.pipeline import Request, examine
from sociable.text.source import Source

from tests.client_report.reports import wishes

FILE = """\
sociable: 1
accounts:
  school: {{platform: mastodon, handle: "@school@x.example"}}
automations:
  - id: back
    account: school
    when: followed
    do:
      {before}
      - {{follow: event.user}} # {line}
      {after}
      - post: Good morning
"""
OTHER = 'sociable: 1\naccounts:\n  mill: {platform: mastodon, handle: "@muehlenhof@x.example"}\n'


def shown(content: object) -> list[str]:
    """The lines of all excerpts."""
    if isinstance(content, ShownPlace):
        return [line.before + line.marked + line.after for line in content.excerpt]
    return [line for each in content for line in shown(each)] if isinstance(content, tuple) else []


def report(folder: Path) -> Content:
    (folder / "clients.toml").write_text('[clients]\n"Alte Mühle" = ["mill"]\nSchool = ["school"]\n')
    found = per_client(examine(Request((str(folder),))), wishes(), str(folder / "clients.toml"), "html", [])[0]
    return next(each.content for each in found.values() if each.client == "School")


def lines(folder: Path, line: str, before: str = "", after: str = "") -> list[str]:
    (folder / "school.yml").write_text(FILE.format(line=line, before=before, after=after))
    (folder / "mill.yml").write_text(OTHER)
    return [each for each in shown(report(folder)) if "follow: event.user" in each]


@pytest.mark.parametrize(
    "line",
    [
        "Alte M\u00fchle",
        r"ask \"Alte M\u00fchle\"",
        r"{\"to\": \"Alte M\\u00fchle\"}",
        r"ask Alte\x20M\xfchle",
        "https://x.example/?to=Alte%20M%C3%BChle",
        "https://x.example/Alte%2520M%25C3%25BChle",
        "https://xn--altemhle-b6a.example",
        "<b>Alte M&uuml;hle</b>",
        "long ago and far away, " * 30 + "Alte Mühle",
    ],
)
def test_a_name_is_found_however_a_line_writes_it(line: str, tmp_path: Path) -> None:
    assert not lines(tmp_path, line)


@pytest.mark.parametrize(
    "line", ["Alte Säge", r"C:\alte\mappe", "100% M&M", "https://x.example/Alte%20S%C3%A4ge", "Alte, " + "so " * 90]
)
def test_any_other_line_is_shown(line: str, tmp_path: Path) -> None:
    assert lines(tmp_path, line)


@pytest.mark.parametrize(
    ("number", "is_meant"), [(1, False), (2, True), (3, True), (4, False), (5, True), (6, True), (7, False)]
)
def test_a_name_may_begin_in_one_line_and_end_in_the_next(number: int, is_meant: bool) -> None:
    text = 'title: of\n  Rose\n       Bakery\nsays: |\n  "Ro\\\n   se Bakery"\nand so on\n'

    names = Names(AllNames({"Rose Bakery"}, frozenset()), set())
    theirs = LinesOfOthers({"a.yml": Source("a.yml", text)}, names.marked, set(), set())
    assert theirs.are_at(ShownPlace("a.yml", number, "", (ExcerptLine(number, "", "", ""),))) is is_meant


def test_of_a_file_of_others_too_no_line_is_shown_wherever_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    both = FILE.format(line="", before="", after="").replace("automations:", OTHER.splitlines()[2] + "\nautomations:")
    (tmp_path / "there" / "both.yml").write_text(both)
    content = report(tmp_path / "there")
    assert not shown(content)
    assert [each.path for each in content.files] == ["both.yml"]
