"""Numbers of findings as a sentence names them, with where each leads."""

from collections.abc import Iterable

from sociable.client_report.content.content_of_report import Mark
from sociable.client_report.wording.frame import Frame


def mark_of(number: int, frame: Frame) -> Mark:
    """``No. 3``, which leads to that finding."""
    return Mark(frame.say("page", "number", n=number), f"f{number}")


def listed_numbers(numbers: Iterable[int], frame: Frame, most: int = 3) -> tuple[str, tuple[Mark, ...]]:
    """``No. 3, No. 4 and 2 more``, each once, and where those lead that are named, and the rest."""
    marks = [mark_of(number, frame) for number in dict.fromkeys(numbers)]
    left = len(marks) - most
    rest = [Mark(frame.counted(left, "more"), "findings")] if left > 0 else []
    return frame.listed([each.name for each in marks], most=most), (*marks[:most], *rest)
