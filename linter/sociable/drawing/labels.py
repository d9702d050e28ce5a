"""What the formats that do not draw themselves write on a card and on an arrow."""

from collections.abc import Iterator

from sociable.drawing.picture import Arrow, Box, Card


def box_title(box: Box) -> str:
    return f"{box.title} {box.platform}"


def box_note(box: Box) -> str:
    """What stands in a box besides its cards; often nothing."""
    return box.left_out or ("" if box.cards else "no automations")


def card_lines(card: Card) -> Iterator[str]:
    """Its name, its id if that is another, when it starts and what it does."""
    yield card.name
    if card.id != card.name:
        yield f"({card.id})"
    yield card.when
    for deed in card.deeds:
        yield f"→ {deed_line(deed.words, deed.waits)}"


def deed_line(words: str, waits: bool) -> str:
    return f"{words}, once a person says yes" if waits else words


def arrow_words(arrow: Arrow) -> str:
    """What is done along an arrow, and the loops it is on; empty between a hub and a card that are on none."""
    loop = f"(loop {', '.join(map(str, arrow.loops))})" if arrow.loops else ""
    return f"{deed_line(arrow.words, arrow.waits)} {loop}".strip()
