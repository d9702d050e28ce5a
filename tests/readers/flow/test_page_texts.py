"""What people see of a text that is a page."""

import pytest
from sociable.readers.flow.page_texts import seen
from sociable.setup.model import Expression

A, B = Expression("path", ("a",), "a"), Expression("path", ("b",), "b")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (("Hello ", A, "!"), ("Hello ", A, "!")),
        (("1 < 2 and <b>", A, "</b>"), ("1 < 2 and <b>", A, "</b>")),
        (("<TITLE>Written by ", A, "</title><p>", B), ("<p>", B)),
        (("<style>p {}</style>", A, "<!-- an AI, ", B, " -->."), (A, ".")),
        (("<p>Hi</p><script>let a = '", A, "'; // never closed"), ("<p>Hi</p>",)),
        (("<titled>", A, "\0<!-- --> ", B), ("<titled>", A, " ", " ", B)),
    ],
)
def test_titles_styles_scripts_and_comments_are_not_seen(
    written: tuple[str | Expression, ...], shown: tuple[str | Expression, ...]
) -> None:
    assert tuple(part for part in seen(written) if part) == shown
