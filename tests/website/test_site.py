"""The site as Sphinx makes it: strict, and at home where there is neither a network nor a server."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from website.assemble import ROOT

INDEX = """\
# Start

[A rule](rule.md), [a part of it](rule.md#a-part), [a file](one.yml), ![a picture](one.svg)

```{toctree}
rule
```
"""
RULE = "# Rule\n\n## A part\n\n```rule\nrule a-rule\nseverity error\n```\n\n```yaml\nsociable: 1\n```\n"


def made(folder: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    sources = folder / "sources"
    sources.mkdir()
    for name, text in {"index": INDEX, "rule": RULE, **changed}.items():
        (sources / f"{name}.md").write_text(text)
    (sources / "one.yml").write_text("sociable: 1\n")
    (sources / "one.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    options = ["-b", "html", "--fail-on-warning", "--quiet", "-c", str(ROOT / "website")]
    return subprocess.run(
        [sys.executable, "-m", "sphinx", *options, str(sources), str(folder / "site")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    result = made(folder)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    return folder / "site"


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("index", "(rule.md)", "(rules.md)"),
        ("index", "#a-part", "#apart"),
        ("index", "one.yml", "two.yml"),
        ("index", "one.svg", "two.svg"),
        ("index", "\nrule\n", "\n"),
        ("rule", "```yaml", "```yamml"),
    ],
    ids=["page", "anchor", "file", "picture", "unlisted page", "language"],
)
def test_what_leads_nowhere_fails(tmp_path: Path, page: str, old: str, new: str) -> None:
    text = {"index": INDEX, "rule": RULE}[page]
    assert old in text
    result = made(tmp_path, **{page: text.replace(old, new, 1)})
    assert result.returncode == 1
    assert "WARNING" in result.stderr


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    elsewhere = re.compile(r"""(?:src|href)="https?://[^"]*\.(?:js|css|woff2?|png|svg)"|url\(["']?https?:|@import""")
    for file in [*site.rglob("*.html"), *site.rglob("*.css")]:
        assert not elsewhere.search(file.read_text(encoding="utf-8")), file


def test_a_server_may_forbid_code_and_styles_inside_pages(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]* src=)|<style|\son\w+=\"", text), page


def test_the_search_has_its_index_in_a_script(site: Path) -> None:
    assert (site / "searchindex.js").read_text(encoding="utf-8").startswith("Search.setIndex(")
    assert 'src="searchindex.js' in (site / "search.html").read_text(encoding="utf-8")


def test_rules_are_coloured(site: Path) -> None:
    assert '<span class="nf">a-rule</span>' in (site / "rule.html").read_text(encoding="utf-8")


def test_what_people_need_who_do_not_see_the_page_is_there(site: Path) -> None:
    text = (site / "rule.html").read_text(encoding="utf-8")
    assert '<pre tabindex="0">' in text
    assert "<aside class=" not in text.replace('<aside class="sidebar-drawer" aria-label', "")
    assert "<h1>Search</h1>" in (site / "search.html").read_text(encoding="utf-8")
