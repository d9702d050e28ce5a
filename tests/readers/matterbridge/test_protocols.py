"""Each protocol of the table is read as the table says, and configurations that are odd end in a message."""

import pytest
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
