"""What the documents show is what the linter does."""

import re
from pathlib import Path

import pytest
from sociable.output.formats import write
from sociable.pipeline import Request, check
from sociable.project.load import read_text
from sociable.readers.automation_file.keys import STEP_KEYS
from sociable.text.style import Style
from sociable.vocabulary.crowds import CROWDS

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def blocks(document: str, language: str) -> list[str]:
    return [text for kind, text in _BLOCK.findall((ROOT / document).read_text()) if kind == language]


@pytest.mark.parametrize(("document", "place", "width"), [("README.md", 1, 100), ("docs/index.md", 0, 78)])
def test_the_terminal_excerpt_is_what_its_file_gives(
    document: str,
    place: int,
    width: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import sys

    (tmp_path / "council.yml").write_text(blocks(document, "yaml")[0])
    monkeypatch.chdir(tmp_path)
    write("report", check(Request(("council.yml",))), sys.stdout, "text", Style(width=width))
    assert capsys.readouterr().out == blocks(document, "text")[place]


@pytest.mark.parametrize("document", ["docs/safety.md", "SECURITY.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_tests_that_a_document_names_are_there(document: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / document).read_text(encoding="utf-8"))
    assert [each for each in named if not (ROOT / each).is_file()] == []
    assert named or document != "docs/safety.md"


def test_the_file_that_the_format_document_opens_with_is_understood() -> None:
    reading = read_text("format.md", blocks("docs/format.md", "yaml")[0])
    assert reading.problems == ()
    assert [automation.id.name for automation in reading.setup.automations] == ["help-desk"]


def test_the_readme_shows_what_is_found_in_exports(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    monkeypatch.chdir(ROOT / "examples" / "garden-centre")
    write("report", check(Request(("exports/",))), sys.stdout, "concise")
    assert capsys.readouterr().out == blocks("README.md", "text")[0]


def test_the_example_of_exports_leaves_nothing_open() -> None:
    report = check(Request((str(ROOT / "examples" / "garden-centre"),)))
    assert {each.rule for each in report.findings}.isdisjoint(("open-facts", "not-understood", "unused-account"))


def test_the_companion_file_of_the_page_about_imports_is_understood() -> None:
    (companion,) = [each for each in blocks("docs/importers.md", "yaml") if each.startswith("sociable: 1")]
    assert read_text("companion.yml", companion).problems == ()


FRAME = """sociable: 1
accounts: {a: {platform: mastodon, inbox: {read_by: us}}}
automations:
  - id: a
    account: a
    when: mentioned
    do:
"""


@pytest.mark.parametrize("block", blocks("docs/format.md", "yaml"), ids=lambda block: block[:30])
def test_every_example_of_the_format_document_is_understood(block: str) -> None:
    if block.startswith("- "):
        block = FRAME + "".join(f"      {line}\n" for line in block.splitlines())
    text = block if block.startswith("sociable:") else f"sociable: 1\n{block}"
    assert [(each.message, each.span.text) for each in read_text("format.md", text).problems] == []


@pytest.mark.parametrize(
    "document",
    sorted(
        str(path.relative_to(ROOT))
        for path in ROOT.glob("**/*.md")
        if ".venv" not in path.parts and "build" not in path.parts
    ),
)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for target in _LINK.findall(path.read_text()):
        assert (path.parent / target).exists(), f"{document} links to {target}"


def test_the_format_document_forgets_no_key_and_no_set() -> None:
    page = (ROOT / "docs/format.md").read_text()
    (beside_a_verb,) = re.findall(r"^Beside its verb a step may carry (.*)\.$", page, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", beside_a_verb)) == set(STEP_KEYS)
    targets = page.partition("## Targets")[2].partition("\n## ")[0]
    assert {name for name in CROWDS if not re.search(rf"`{name}\b", targets)} == set()
