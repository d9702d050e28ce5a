"""Going to where something is described."""

import pytest
from sociable.server.editor.go_to import described_at

from tests.server.editor.marked import checked_text, parted

SETUP = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
  cafe: {platform: x, handle: "@cafe"}
lists:
  regulars: {came_by: form, agreed_to: news}
places:
  lounge: {members: 3}
automations:
  - id: a
    account: [shop]
    when: followed
    ignore: [regulars]
    do:
      - follow: "@cafe"
      - post: {text: Hello, in: lounge}
      - dm: {target: list("regulars"), text: Hello}
"""


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("[shop]", "[sh‸op]", 3),
        ('"@cafe"\n ', '"@ca‸fe"\n ', 4),
        ("[regulars]", "[regu‸lars]", 6),
        ('list("regulars")', 'list("regu‸lars")', 6),
        ("in: lounge", "in: lou‸nge", 8),
    ],
)
def test_what_is_named_is_found(before: str, after: str, line: int) -> None:
    span = described_at(*parted(SETUP.replace(before, after, 1)), checked_text(SETUP))
    assert span is not None
    assert (span.path, span.line) == ("a.yml", line)


@pytest.mark.parametrize(("before", "after"), [("Hello, in", "Hel‸lo, in"), ("id: a", "id: ‸a"), ("when:", "wh‸en:")])
def test_what_names_nothing_leads_nowhere(before: str, after: str) -> None:
    assert described_at(*parted(SETUP.replace(before, after, 1)), checked_text(SETUP)) is None


def test_the_name_of_a_rule_leads_to_its_page() -> None:
    span = described_at(*parted(SETUP + "# sociable: ignore[bulk‸-dm] -- why\n"), checked_text(SETUP))
    assert span is not None
    assert span.path.endswith("bulk-dm.md")
