"""Automation files with a cursor in them: ``‸`` stands for it."""

from collections.abc import Mapping

from sociable.findings.finding import Finding
from sociable.server.editor.completions import Offer, offers
from sociable.server.editor.hover_texts import hover_text
from sociable.server.editor.open_projects import Checked, FragmentMemory, check_root, found_by
from sociable.server.editor.quick_fixes import Around
from sociable.text.source import Source

CURSOR = "‸"
NOTHING_KNOWN = Checked()


def parted(marked: str, path: str = "a.yml") -> tuple[Source, int]:
    """A text without its cursor, and where that was."""
    offset = marked.index(CURSOR)
    return Source(path, marked.replace(CURSOR, "", 1)), offset


def offered(marked: str, checked: Checked = NOTHING_KNOWN, path: str = "a.yml") -> dict[str, Offer]:
    """What fits at the cursor, by label."""
    return {each.label: each for each in offers(*parted(marked, path), checked)}


def hovered(marked: str, checked: Checked = NOTHING_KNOWN) -> str:
    """What is shown of what is at the cursor."""
    found = hover_text(*parted(marked), checked)
    return found[0] if found else ""


def checked_text(text: str, path: str = "a.yml") -> Checked:
    """What is found in a file that is not saved."""
    return check_root(path, {path: text.encode()}, FragmentMemory())


def around(path: str = "a.yml") -> Around:
    """What there is beside a file that is alone and not saved."""

    def would_find(changed: Mapping[str, str], rule: str) -> tuple[Finding, ...]:
        (text,) = changed.values()
        return found_by(rule, path, {path: text.encode("utf-8", "surrogatepass")}, FragmentMemory())

    def read(other: str) -> str:
        with open(other, encoding="utf-8") as file:
            return file.read()

    return Around(would_find, read)
