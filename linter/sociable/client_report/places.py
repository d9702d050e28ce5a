"""Where a law holds, in words."""

from sociable.client_report.frame import Frame
from sociable.sources.fact import Fact


def places(law: Fact, frame: Frame) -> str:
    """``the European Union or Britain``."""
    return frame.either([frame.say("places", place) for place in law.where])
