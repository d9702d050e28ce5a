"""How much room text takes when nobody knows the font: on the safe side for common sans-serif ones."""

from sociable.text.columns import cells

_NARROW = frozenset("iljtfrI.,:;'|!()[]")
_WIDE = frozenset("mwMWQOGCDHNU@%&")


def text_width(text: str, size: float) -> float:
    """The width of a line of text of that font size."""
    return size * sum(_ems(character) for character in text)


def _ems(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _WIDE:
        return 0.92
    return 1.1 if cells(character) > 1 else 0.6


def lines(text: str, size: float, room: float, most: int) -> list[str]:
    """The text in at most so many lines of that width; an ellipsis stands for what does not fit."""
    found: list[str] = []
    rest = text.split()
    while rest:
        line = rest.pop(0)
        while rest and text_width(f"{line} {rest[0]}", size) <= room:
            line += f" {rest.pop(0)}"
        if text_width(line, size) > room or (rest and len(found) + 1 == most):
            line = _shortened(line, size, room)
            found.append(line)
            if len(found) == most:
                break
            continue
        found.append(line)
    return found or [""]


def _shortened(line: str, size: float, room: float) -> str:
    """As much of a line as fits with an ellipsis behind it."""
    left = room / size - _ems("…")
    for count, character in enumerate(line):
        left -= _ems(character)
        if left < 0:
            return f"{line[:count].rstrip()}…"
    return f"{line.rstrip()}…"
