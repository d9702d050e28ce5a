"""How a text for people is written."""

from sociable.records.record import Record


class Style(Record):
    """What matters to people only: programs get the same in every style.

    ``width`` is in columns; ``verbose`` tells what is usually cut short; ``links`` are for terminals that know OSC 8.
    ``most`` is how many findings to tell, 0 for all; ``infos``: those of severity info in full.
    """

    colour: bool = False
    width: int = 80
    verbose: bool = False
    links: bool = False
    most: int = 0
    infos: bool = False


PLAIN = Style()
"""For a pipe, a file, a test."""
