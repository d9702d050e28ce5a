"""What is wrong with a text itself."""

from sociable.records.record import Record


class Defect(Record):
    """Something wrong with the text itself, and where in it."""

    start: int
    end: int
    message: str
    advice: str = ""
    rule: str = "broken-yaml"


UNQUOTED = ("a text that begins with `{{` needs quotes", 'Write "{{ … }}", quotes and all.')
"""What is wrong and what to do where YAML takes an expression for a group of keys."""
