"""The files that rules are tried on: examples, those on pages of rules, tests that are whole setups, cases, corpora."""

import os
import re
import shutil
from pathlib import Path

from sociable.rulebook.pages import read_page
from sociable.rulebook.rulebook import with_built_in

ROOT = Path(__file__).parents[1]
FOLDERS = ("examples", "tests/well_made", "tests/incidents", "tests/conformance", "tests/kinds")
BESIDE = ("../shared/cases/inputs", "../shared/corpus")
SUFFIXES = (".yml", ".yaml", ".json")
SEVERAL = "good_company.yaml"
"""A file that holds many projects, each to be read by itself."""
WRITTEN = ROOT / "build" / "page-examples"


def checks() -> list[str]:
    """Each file by itself, and each story among the examples as a whole; paths are those from the project's folder."""
    stories = [folder for folder in sorted((ROOT / "examples").iterdir()) if folder.is_dir()]
    files = [
        path
        for folder in (*FOLDERS, *BESIDE)
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in SUFFIXES and path.name != SEVERAL
    ]
    return [os.path.relpath(path, ROOT) for path in (*stories, *files, *_page_examples())]


def _page_examples() -> list[Path]:
    """The examples of all built-in pages, each written to a file that is named after its page and itself."""
    shutil.rmtree(WRITTEN, ignore_errors=True)
    written = []
    for each in with_built_in().rules:
        page, _ = read_page(each.path, Path(each.path).read_text(encoding="utf-8"), each.category)
        folder = WRITTEN / each.name
        folder.mkdir(parents=True)
        for example in page.examples:
            path = folder / f"{re.sub(r'[^a-z0-9]+', '-', example.name.casefold()).strip('-')}.yml"
            path.write_text(example.text, encoding="utf-8", newline="\n")
            written.append(path)
    return written
