"""Advice names what has to give way in the file, and keeps what may stay."""

import pytest
from sociable.kinds.what_stands import with_what_stands

from tests.setups import facts

TEXT = """
lists:
  guests: {{came_by: form, agreed_to: unknown}}
accounts:
  a:
    {{platform: reddit, handle: u/a, pause: false, inbox: unread, approved: {{automation: false}},
    automated_label: false}}
automations:
  - id: one
    account: a
    when: {{event: row_added, sheet: guests}}
    {automation}
    do:
      - dm: {{text: Hello, target: event.row.name}}
        {step}
"""


@pytest.mark.parametrize(
    ("automation", "step", "advice", "said"),
    [
        ("approval: none", "", "(`approval: human`)", "(`approval: human` in the place of `none`)"),
        ("", "approval: after", "`approval: human`, or", "`approval: human` in the place of `after`, or"),
        ("approval: bulk", "", "`approval: human` on this step, or", "`approval: human` in the place of `bulk`, or"),
        ("once_per: row", "", "`once_per: user`, beside", "`once_per: user` in the place of `row`, beside"),
        ("once_per: none", "", "`once_per: user`", "`once_per: user` in the place of `none`"),
        ("ignore: [bots]", "", "`ignore: [own_accounts]`", "`ignore: [bots, own_accounts]` in the place of `bots`"),
        ("limit: 300 per hour", "", "`limit: 5 per day`", "`limit: 5 per day` in the place of `300 per hour`"),
        ("", "disclose: [automated]", "`disclose: [ai]`", "`disclose: [automated, ai]` in the place of `automated`"),
        ("", "disclose: [person]", "`disclose: [ai]`", "`disclose: [ai]` in the place of `person`"),
        ("", "via: browser", "`via: api`", "`via: api` in the place of `browser`"),
        ("via: browser", "via: browser", "`via: api`", "`via: api` in the place of `browser` on this step"),
        ("", "disclose: [ai]", "then write `disclose: [ai]`", "then keep `disclose: [ai]`"),
        ("agreed_to: none", "", "(`agreed_to:`)", "(`agreed_to:` in the place of `none`)"),
        ("", "", "(`agreed_to:`)", "(`agreed_to:` in the place of `unknown`)"),
        ("", "", "`inbox:` with `read_by:`", "`inbox:` with `read_by:` in the place of `unread`"),
        ("", "", "`pause:` with a name", "`pause:` in the place of `false` with a name"),
        ("", "", "`automated_label: true`", "`automated_label: true` in the place of `false`"),
        ("", "", "`approved:` with `automation: true`", "`approved:` with `automation: true` in the place of `false`"),
    ],
)  # fmt: skip
def test_what_stands_there_has_to_give_way(automation: str, step: str, advice: str, said: str) -> None:
    (one,) = facts(TEXT.format(automation=automation, step=step)).steps
    assert with_what_stands(advice, one) == said


@pytest.mark.parametrize(
    ("automation", "step", "advice"),
    [
        ("", "", "`approval: human` on this step"),
        ("", "limit: 20", "`limit: 400 per day`"),
        ("approval: none", "", "`approval: human` in the place of `none`"),
        ("ignore: [bots]", "", "`ignore: [bots]`"),
        ("stop_on: [stop]", "", "take it out of `stop_on:`"),
        ("once_per: row", "", "say so (`once_per:`)"),
        ("", "", "a list of their own (with `agreed_to: naming`)"),
    ],
)
def test_what_may_stay_and_what_is_said_already_is_not_told(automation: str, step: str, advice: str) -> None:
    (one,) = facts(TEXT.format(automation=automation, step=step)).steps
    assert with_what_stands(advice, one) == advice


@pytest.mark.parametrize(
    ("admits", "ends"), [("admits: [not_ours]", " (and take `not_ours` out of `admits:`)."), ("", ".")]
)
def test_only_what_is_admitted_has_to_be_taken_out(admits: str, ends: str) -> None:
    (one,) = facts(TEXT.format(automation=admits, step="")).steps
    assert with_what_stands("Ask first (and take `not_ours` out of `admits:`).", one) == f"Ask first{ends}"
