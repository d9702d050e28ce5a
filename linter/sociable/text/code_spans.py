"""Running text in which words between backticks are something to write, whatever else in it are backticks."""

import re
from collections.abc import Iterator

_RUN = re.compile(r"`+")


def code_spans(line: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a line in their order, each with whether it stood between backticks, which are left out.

    As in Markdown, as many backticks close as open; those that close or open nothing are text like other text.
    """
    runs = list(_RUN.finditer(line))
    closing: dict[int, int] = {}
    next_alike: dict[int, int] = {}
    for at in range(len(runs) - 1, -1, -1):
        length = len(runs[at][0])
        if length in next_alike:
            closing[at] = next_alike[length]
        next_alike[length] = at
    begin = after = 0
    for at, run in enumerate(runs):
        end = runs[closing[at]] if at >= after and at in closing else None
        if end is not None and (code := line[run.end() : end.start()]).strip():
            yield line[begin : run.start()], False
            yield code, True
            begin, after = end.end(), closing[at] + 1
    yield line[begin:], False
