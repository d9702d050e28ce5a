"""What a picture has to be read with: its loops, what its lines mean, and what it leaves out."""

from sociable.drawing.picture import DrawnLoop, Picture, ended, loop_kind
from sociable.text.wording import sentence

_PIECES = {
    "loop": "can set off, and it can come round again: a piece of the loop with that number",
    "loop ends": "can set off, and it can come round again until it ends by itself: a piece of that loop",
}
"""Arrows on a loop by their kind."""


def legend(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of a mark and a text. The mark is the number of a loop, the kind of a line, or nothing."""
    rows = [(str(loop.number), loop_sentence(loop)) for loop in picture.loops]
    settled = ended(picture)
    kinds = {loop_kind(arrow.loops, settled) for arrow in picture.arrows}
    rows += [(f"arrow {kind}", words) for kind, words in _PIECES.items() if kind in kinds]
    if any(not arrow.loops and not arrow.waits for arrow in picture.arrows):
        rows.append(("arrow", "can set off"))
    if any(arrow.waits for arrow in picture.arrows):
        rows.append(("arrow waits", "can set off, once a person has said yes"))
    return rows + [("", text) for text in remarks(picture)]


def loop_sentence(loop: DrawnLoop) -> str:
    """A loop in one sentence."""
    more = f", and {loop.alike - 1} more like it" if loop.alike > 1 else ""
    return sentence(f"Loop {loop.number}, {loop.size}{more}: {loop.verdict}")


def remarks(picture: Picture) -> list[str]:
    """What the picture cannot show."""
    said = []
    if not picture.left_out and not any(box.cards for box in picture.boxes):
        said.append("No automation here is switched on.")
    elif not picture.arrows:
        said.append("None of these automations sets off another.")
    elif not picture.loops:
        said.append("There are no loops here.")
    if picture.left_out:
        said.append(picture.left_out)
    return said
