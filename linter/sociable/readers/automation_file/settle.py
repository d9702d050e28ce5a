"""A part that was read and does not fit is explained once."""

from sociable.documents.nodes import Node
from sociable.readers.context import ReadingContext


def settle(context: ReadingContext, node: Node, part: str, key: Node | None = None) -> None:
    """Explain what was found not to fit in a part that has been read, and start afresh."""
    if context.fits:
        return
    context.fits = True
    if context.full:
        context.say(context.span(node), "")
    else:
        from sociable.readers.automation_file.misfits import explain

        explain(context, node, part, key)
