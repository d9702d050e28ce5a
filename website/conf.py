"""How Sphinx makes the site from what ``website/assemble.py`` puts together."""

from pathlib import Path
from typing import TYPE_CHECKING

from sociable.version import __version__

from website.accessible import make_accessible
from website.rule_lexer import RuleLexer

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

project = "sociable"
version = release = __version__
html_title = "sociable"
language = "en"

extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_inline", "colon_fence"]
myst_heading_anchors = 3
nitpicky = True  # whatever leads nowhere is a warning, and warnings fail the build

html_theme = "furo"
templates_path = ["templates"]
html_static_path = ["static"]
html_css_files = ["sociable.css"]
html_theme_options = {"source_edit_link": ""}
html_copy_source = False
html_show_copyright = False
html_use_index = False
smartquotes = False  # what stands on a page is meant as it stands


def setup(app: "Sphinx") -> None:
    """Teach Sphinx the languages of our blocks."""
    app.add_lexer("rule", RuleLexer)
    app.connect("config-inited", _take_along)
    app.connect("build-finished", _finish)


def _finish(app: "Sphinx", failure: Exception | None) -> None:
    """Add to the pages what people need who do not see them."""
    if failure is None and app.builder.format == "html":
        make_accessible(Path(app.outdir))


def _take_along(app: "Sphinx", config: "Config") -> None:
    """What is to stand in the site as it is lies in a folder of the sources."""
    config.html_extra_path = [str(path) for path in (app.srcdir / "extra",) if path.exists()]
