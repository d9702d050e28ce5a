"""What a picture has to be read with: its loops, what its lines mean, and what it leaves out."""

from sociable.drawing.picture import DrawnLoop, Picture
from sociable.text.wording import sentence


def legend(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of a mark and a text. The mark is the number of a loop, the kind of a line, or nothing."""
    rows = [(str(loop.number), loop_sentence(loop)) for loop in picture.loops]
    if any(arrow.loops for arrow in picture.arrows):
        rows.append(("arrow loop", "sets off, and it comes round again: a piece of the loop with that number"))
    if any(not arrow.loops and not arrow.waits for arrow in picture.arrows):
        rows.append(("arrow", "sets off"))
    if any(arrow.waits for arrow in picture.arrows):
        rows.append(("arrow waits", "sets off, once a person has said yes"))
    return rows + [("", text) for text in remarks(picture)]


def loop_sentence(loop: DrawnLoop) -> str:
    """A loop in one sentence."""
    return sentence(f"Loop {loop.number}, {loop.size}: {loop.verdict}")


def remarks(picture: Picture) -> list[str]:
    """What the picture cannot show."""
    said = []
    if not picture.left_out and not any(box.cards for box in picture.boxes):
        said.append("There are no automations here.")
    elif not picture.arrows:
        said.append("None of these automations sets off another.")
    elif not picture.loops:
        said.append("There are no loops here.")
    if picture.left_out:
        said.append(picture.left_out)
    return said
