"""Where a law holds, in words."""

from collections.abc import Iterable

from sociable.client_report.frame import Frame
from sociable.sources.fact import Fact


def places(law: Fact, frame: Frame) -> str:
    """``the European Union or Britain``."""
    return frame.either([frame.say("places", place) for place in law.where])


def place_names(laws: Iterable[Fact], frame: Frame) -> list[str]:
    """Each of the places where one of these laws holds."""
    return [frame.say("places", place) for place in dict.fromkeys(where for law in laws for where in law.where)]
