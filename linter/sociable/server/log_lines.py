"""What the log of a server says: of the library a sentence, of us all there is, and nothing that acts or is a key."""

import logging

from sociable.text.safe import defused, one_line, visible

_LIBRARIES = ("pygls", "mcp")


class LogLines(logging.Formatter):
    """Writes out what would act where the log is read; with what a client sends, texts of files come into it."""

    def format(self, record: logging.LogRecord) -> str:
        """Of what the library says, the first line: behind it stands a traceback that repeats what was sent."""
        if record.name.partition(".")[0] in _LIBRARIES:
            return one_line(record.getMessage().partition("\n")[0])
        return "\n".join(defused(visible(line)) for line in super().format(record).splitlines())


def log_in_lines() -> None:
    """Have all that is logged from a warning on written so, into the standard error output."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(LogLines())
    logging.getLogger().addHandler(handler)
