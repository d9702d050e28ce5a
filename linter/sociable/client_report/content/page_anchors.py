"""Where links to all of one gravity lead."""

from sociable.client_report.content.content_of_report import Gravity

PRESSING = "pressing"
"""What has to stop until people have agreed, though it is no error."""


def anchor_of(gravity: Gravity) -> str:
    """The name of its heading within a page."""
    return anchor_of_section(gravity.severity, gravity.stops)


def anchor_of_section(severity: str, stops: bool) -> str:
    return PRESSING if stops else severity
