"""How much of each room the tests run, lines and branches: ``python -m tools.coverage_bars`` fails if it is too little.

Reads what `make coverage` measured. Property tests are not measured: they are a second opinion, and slow to watch.
"""

import io
import sys

from coverage import Coverage

BARS = {
    98.0: ("records", "text", "findings", "vocabulary", "setup", "documents", "language", "sources", "facts", "graph"),
    95.0: (
        "files",
        "readers",
        "kinds",
        "rulebook",
        "engine",
        "project",
        "review",
        "fixing",
        "config",
    ),
    90.0: ("caching", "fleet", "client_report", "output", "rehearsal", "drawing", "authoring"),
    85.0: ("cli", "server"),
}
"""Percent of lines and branches, and the rooms that must have it."""


def main() -> None:
    """Tell each room's share, and leave with 1 if one is below its bar."""
    measured = Coverage()
    measured.load()
    low = False
    for bar, rooms in BARS.items():
        for room in rooms:
            share = measured.report(include=f"linter/sociable/{room}/*", file=io.StringIO())
            low |= share < bar
            print(f"{room:12} {share:6.2f} % of {bar:.0f} %{'  TOO LITTLE' if share < bar else ''}")
    sys.exit(low)


if __name__ == "__main__":
    main()
