"""Markdown drawn on a terminal, whatever the colour of its ground: no boxes, no grounds of our own."""

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
from rich.padding import Padding
from rich.text import Text
from rich.theme import Theme

from sociable.records.static import ClassVar, TextIO
from sociable.text.safe import visible

_THEME = Theme(
    {
        "markdown.h1": "bold underline",
        "markdown.h2": "bold green",
        "markdown.code": "bold",
        "markdown.block_quote": "italic",
        "markdown.link_url": "underline",
        "markdown.link": "underline",
    }
)
_INDENT = (0, 0, 0, 4)
_HEIGHT = 25  # nothing here depends on it, but on a dumb terminal rich keeps to a width only where both are given


class _LeftHeading(Heading):
    """A heading where reading begins."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        yield self.text


class _Indented(CodeBlock):
    """A block as it would be written into a file; a rule stands back, because most readers can do without it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        style = "dim" if self.lexer_name == "rule" else ""
        yield Padding(Text(str(self.text).rstrip("\n"), style=style), _INDENT)


class _Page(Markdown):
    """Text in which nothing acts or hides, also once ``&#x202e;`` has become the character it stands for."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        for token in self.parsed:
            for each in (token, *(token.children or ())):
                if each.type != "inline":
                    each.content = "\n".join(map(visible, each.content.split("\n")))

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _LeftHeading,
        "fence": _Indented,
        "code_block": _Indented,
    }


def show(text: str, out: TextIO, *, width: int, colour: bool) -> None:
    """Draw ``text`` in lines of at most ``width`` columns."""
    console = Console(file=out, width=width, height=_HEIGHT, no_color=not colour, theme=_THEME, highlight=False)
    console.print(_Page(text))
