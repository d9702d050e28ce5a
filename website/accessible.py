"""What the pages of the theme lack for people who do not see them, or who use no mouse."""

from pathlib import Path

ADDED = (
    ('<p class="caption" role="heading">', '<p class="caption" role="heading" aria-level="2">'),
    ('<aside class="sidebar-drawer">', '<aside class="sidebar-drawer" aria-label="The whole site">'),
    ('<aside class="toc-drawer', '<aside aria-label="This page" class="toc-drawer'),
    ('<div class="highlight"><pre>', '<div class="highlight"><pre tabindex="0">'),
    ('<div class="table-wrapper', '<div tabindex="0" class="table-wrapper'),
    ('<th class="head"><p></p></th>', "<td></td>"),
)
"""What Sphinx and the theme write, and what has to stand there.

Captions have a level, landmarks a name, blocks of code and tables can be scrolled by keyboard, and no heading of a
column is empty.
"""


def accessible(page: str) -> str:
    """The same page with what it lacks."""
    for written, wanted in ADDED:
        page = page.replace(written, wanted)
    return page


def make_accessible(site: Path) -> None:
    """Change every page that Sphinx made."""
    for file in site.rglob("*.html"):
        if "_static" not in file.relative_to(site).parts:
            file.write_text(accessible(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
