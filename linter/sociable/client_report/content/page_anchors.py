"""Where links to all of one gravity lead."""

from sociable.client_report.content.content_of_report import Gravity

PRESSING = "pressing"
"""What has to stop until people have agreed, though it is no error."""


def anchor_of(gravity: Gravity) -> str:
    """The name of its heading within a page."""
    return PRESSING if gravity.stops else gravity.severity
