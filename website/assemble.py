"""Puts together what the site is made from: ``python -m website.assemble FOLDER``.

The documents and the pages of the rules are the only texts there are. Documents move to the top of the site, and
rules are put in reading order.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from os.path import dirname, join, normpath
from pathlib import Path

from sociable.drawing.picture import picture
from sociable.drawing.picture_scope import Wanted
from sociable.facts.facts import derive
from sociable.output.formats import written
from sociable.project import load as reading
from sociable.rulebook.categories import CATEGORIES, by_category
from sociable.rulebook.page_files import PageRule
from sociable.rulebook.readable import readable
from sociable.rulebook.rulebook import load
from sociable.rulebook.summary import summary

ROOT = Path(__file__).parents[1]

CHAPTERS = {
    "Beginning": (
        "tutorials/your-first-setup",
        "tutorials/adopt-it-in-a-team",
        "tutorials/write-a-rule",
    ),
    "Using it": (
        "README",
        "format",
        "how-do-i-say",
        "vocabulary",
        "commands",
        "configuration",
        "suppressions",
        "baseline",
        "changes",
        "github",
        "reports",
        "reviewing",
        "profiles",
        "why",
        "rehearsal",
        "graph",
        "examples/README",
        "editor",
        "assistants",
        "python",
        "scale",
        "versioning",
        "safety",
    ),
    "What it rests on": ("gallery", "rules", "platforms", "facts", "limits", "text-lengths", "conformance"),
    "Writing rules": ("own-rules", "rule-pages", "wording", "rule-language", "rule-vocabulary", "rules/shared"),
    "The project": (
        *("architecture", "other-linters", "performance", "CONTRIBUTING", "releasing"),
        *("SECURITY", "CODE_OF_CONDUCT", "CHANGELOG"),
    ),
}
"""Where a document stands in the table of contents. One that is named nowhere stands in the last chapter."""

EXTRA = "extra"
"""The folder of what the site takes as it is."""

REPORT = "agency-report.html"

_LINK = re.compile(r"\]\(([^)#:\s]+)")
_TO_DOCS = re.compile(r"(?<=\]\()((?:\.\./)*)docs/")
_OUT_OF_DOCS = re.compile(r"(?<=\]\()\.\./")
_SHOWN = f"""\
```{{raw}} html
<iframe class="report" src="{REPORT}" title="The report on examples/agency"></iframe>
<p><a href="{REPORT}">Open it by itself</a></p>
```"""

_DRAWN = re.compile(r"^```mermaid\n.*?^```$", re.DOTALL | re.MULTILINE)
_STORY = re.compile(r"examples/\S+\.yml")


def main(target: Path) -> None:
    """Write the sources of the site into a folder, and nothing else that was there before."""
    shutil.rmtree(target, ignore_errors=True)
    made = pages()
    for path, text in {**made, "drawing.svg": drawing()}.items():
        _below(target, path).write_text(text, encoding="utf-8", newline="\n")
    report(_below(target, f"{EXTRA}/{REPORT}"))
    shutil.copyfile(ROOT / "docs" / "llms.txt", _below(target, f"{EXTRA}/llms.txt"))
    for path in linked_files(made):
        shutil.copyfile(ROOT / path, _below(target, path))


def _below(target: Path, path: str) -> Path:
    file = target / path
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def linked_files(made: Mapping[str, str]) -> set[str]:
    """The files of the project that pages link to, such as schemas: readers get them with the site."""
    targets = {normpath(join(dirname(path), link)) for path, text in made.items() for link in _LINK.findall(text)}
    return {target for target in targets - set(made) if (ROOT / target).is_file()}


def pages() -> dict[str, str]:
    """Every page of the site as Markdown, by its path there."""
    book = load(str(ROOT / "rules"))
    made = {
        **_documents(),
        "examples/README.md": (ROOT / "examples" / "README.md").read_text(encoding="utf-8"),
        "rules/shared.md": (ROOT / "rules" / "shared.md").read_text(encoding="utf-8"),
    }
    rules = [rule for _, members in by_category(book.rules) for rule in members]
    made["gallery.md"] = gallery(book.rules)
    made["index.md"] += _contents(made)
    facts = _facts_pages()
    made["platforms.md"] += _toctree("", facts)
    listed = {f"rules/{rule.category}/{Path(rule.path).name}": rule_page(rule) for rule in rules}
    made["rules.md"] += _toctree("", listed)
    return made | listed | facts


def rule_page(rule: PageRule) -> str:
    """The page of a rule, which a search for the rule's name finds first; the site has documents at its top."""
    title, _, rest = readable(summary(rule)).partition("\n")
    return f"{title}\n\n```{{index}} !{rule.rule.name}\n```\n{_at_the_top(rest)}"


def gallery(rules: Iterable[PageRule]) -> str:
    """All rules by what people see of what they are about: for whoever knows the trouble and not its name."""
    lines = ["# What people see", "", "Every rule, by what somebody outside notices.", ""]
    for category, members in by_category(rules):
        lines += [f"## {CATEGORIES.get(category, category).capitalize()}", ""]
        for rule in members:
            lines += [f"### [{rule.title}](rules/{category}/{Path(rule.path).name})", "", rule.people_see, ""]
    return "\n".join(lines)


def _at_the_top(text: str) -> str:
    """The same text where the documents have moved to the top."""
    return _TO_DOCS.sub(r"\1", text)


def drawing() -> str:
    """The story that the document about drawings draws, as a picture: code hosts draw Mermaid, browsers do not."""
    stories = _STORY.findall((ROOT / "docs" / "graph.md").read_text(encoding="utf-8"))
    setup = reading.load([str(ROOT / story) for story in stories]).setup
    return written("picture", picture(derive(setup), Wanted()), "svg")


def report(target: Path) -> None:
    """Write the report that the page about reviewing shows."""
    call = [sys.executable, "-m", "sociable", "report", "examples/agency", "--output", str(target)]
    subprocess.run(call, cwd=ROOT, check=True)


def _documents() -> dict[str, str]:
    """The documents, with links as they have to be where the site has them."""
    made = _below_docs("tutorials")
    made |= {path.name: _OUT_OF_DOCS.sub("", path.read_text(encoding="utf-8")) for path in (ROOT / "docs").glob("*.md")}
    made["graph.md"] = _DRAWN.sub(
        "![Two accounts, three automations, and the loop they make](drawing.svg)", made["graph.md"]
    )
    made["reviewing.md"] = made["reviewing.md"].replace("<!-- the report -->", _SHOWN)
    for name in ("README.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "SECURITY.md"):
        made[name] = _at_the_top((ROOT / name).read_text(encoding="utf-8"))
    return made


def _facts_pages() -> dict[str, str]:
    """What each platform says."""
    return _below_docs("platforms")


def _below_docs(folder: str) -> dict[str, str]:
    """The documents of a folder; the site has those above at its top, so the way out of them is one step shorter."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / folder).glob("*.md"))}
    return {f"{folder}/{name}": text.replace("](../../", "](../") for name, text in texts.items()}


def _contents(made: Mapping[str, str]) -> str:
    """The table of contents, which the side of each page shows."""
    names = sorted(path.removesuffix(".md") for path in made if path != "index.md")
    named = {name for chapter in CHAPTERS.values() for name in chapter}
    *chapters, last = CHAPTERS.items()
    chapters.append((last[0], (*(name for name in names if name not in named), *last[1])))
    listed = ((title, [name for name in chapter if name in names]) for title, chapter in chapters)
    return "".join(f"\n{_toctree(title, chapter)}" for title, chapter in listed)


def _toctree(title: str, names: Iterable[str]) -> str:
    options = f":hidden:\n:caption: {title}\n" if title else ":hidden:\n"
    return f"```{{toctree}}\n{options}\n" + "\n".join(names) + "\n```\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
