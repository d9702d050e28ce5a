"""Each protocol of the table is read as the table says, and configurations that are odd end in a message."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.documents.document import Document
from sociable.project.load import read_text
from sociable.readers.matterbridge.matterbridge_reader import read
from sociable.text.source import Source

from tests.readers.test_tables import ROOMS

PROTOCOLS = ROOMS["matterbridge"]["protocols"]["protocols"]
GATEWAY = """[[gateway]]
name = "g"
enable = true
inout = [{account = "%s.a", channel = "one"}, {account = "%s.b", channel = "two"}]
"""


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_protocol_is_a_platform(name: str) -> None:
    fragment = read(Document(Source("m.toml", GATEWAY % (name, name))))
    row = PROTOCOLS[name]
    assert [each.platform for each in fragment.accounts] == [row["platform"]] * 2
    assert {step.via for each in fragment.automations for step in each.steps} == {row.get("via", "unstated")}


def test_only_protocols_with_one_server_meet_in_a_room_without_one_that_is_named() -> None:
    two = GATEWAY.replace('channel = "two"', 'channel = "one"')
    assert len(read(Document(Source("m.toml", two % ("telegram", "telegram")))).automations) == 0
    assert len(read(Document(Source("m.toml", two % ("discord", "discord")))).automations) == 2


ODD = {
    "no TOML": "[[gateway]]\naccount = \nchannel = 1\n",
    "gateways that are no tables": 'gateway = [1, "a"]\nchannel = 3\naccount = 4\n',
    "ends that are no tables": '[[gateway]]\nenable = true\ninout = ["account", 3, {account = 1, channel = 2}]\n',
    "accounts that are no tables": 'discord = 3\n[[gateway]]\nenable = true\nin = {account = "d.a", channel = "c"}\n',
    "deep": f"[[gateway]]\naccount = {'[' * 5000}{']' * 5000}\n",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_configurations_never_stop_the_reading(name: str) -> None:
    project = read_text("matterbridge.toml", ODD[name])
    assert all("internal error" not in each.message for each in project.problems)
    assert project.setup.automations == ()


def test_a_text_that_is_no_toml_is_told_at_its_place() -> None:
    (problem,) = read_text("matterbridge.toml", ODD["no TOML"]).problems
    assert problem.message.startswith("this is no TOML")
    assert problem.span.line == 2


class _End(NamedTuple):
    """A channel of a gateway; only accounts of Telegram meet, where channels are called the same."""

    account: str
    channel: str
    way: str

    @property
    def room(self) -> tuple[str, str]:
        return ("telegram" if self.account.startswith("telegram") else self.account), self.channel


_ENDS = st.lists(
    st.builds(
        _End,
        st.sampled_from(["telegram.a", "telegram.b", "telegram.c", "slack.a", "slack.b"]),
        st.sampled_from(["x", "y", "z"]),
        st.sampled_from(["in", "out", "inout"]),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda end: end[:2],
)


@given(_ENDS)
def test_each_channel_is_told_what_all_others_say(ends: list[_End]) -> None:
    tables = "".join(
        f'[[gateway.{each.way}]]\naccount = "{each.account}"\nchannel = "{each.channel}"\n' for each in ends
    )
    fragment = read(Document(Source("m.toml", f'[[gateway]]\nname = "g"\nenable = true\n{tables}')))
    expected: set[tuple[object, frozenset[str], frozenset[object]]] = set()
    for target in (each for each in ends if "out" in each.way):
        others = [each for each in ends if each.way != "out" and each.room != target.room]
        expected.add((target[:2], frozenset(), frozenset(each[:2] for each in others)))
        bots = {
            each: {one.account for one in ends if "out" in one.way and one.room == each.room} - {each.account}
            for each in others
        }
        near = frozenset(each[:2] for each in others if bots[each])
        expected.add((target[:2], frozenset().union(*bots.values()), near))
    found = set()
    for automation in fragment.automations:
        place, said_in = automation.trigger.place, automation.steps[0].place
        assert place is not None
        assert said_in is not None
        names = set(place.several or (place.id.name,)) - set(place.left_out)
        heard = frozenset(tuple(name.split(" ")) for name in names)
        found.add((tuple(said_in.id.name.split(" ")), frozenset(automation.trigger.narrowed.get("from", ())), heard))
    assert found == {each for each in expected if each[2]}
