"""Rehearsals for tests, of automations as users write them."""

from io import StringIO

from sociable.output.rehearsal_text import write
from sociable.rehearsal.rehearsal import rehearse
from sociable.rehearsal.timeline import Happening, Rehearsal, Start
from sociable.text.style import Style

from tests.setups import facts

ACCOUNTS = """
accounts:
  ann: {platform: x, handle: "@ann", vars: {city: Gloucester}}
  bob: {platform: x, handle: "@bob", automated_label: true}
  cam: {platform: x}
  dee: {platform: mastodon, handle: "@dee"}
"""


def play(*automations: str, when: str, account: str = "", mirror: bool = False, rounds: int = 10) -> Rehearsal:
    """Automations called ``a0``, ``a1``, …, each without its id, against one event."""
    listed = "".join(f"\n  - {{id: a{number}, {each}}}" for number, each in enumerate(automations))
    return rehearse(facts(f"{ACCOUNTS}\nautomations:{listed}\n"), Start(when, account), rounds, mirror)


def deeds(rehearsal: Rehearsal) -> list[tuple[str, str, str]]:
    """Who did what to whom."""
    return [(each.who, each.verb, each.whom) for each in done(rehearsal)]


def done(rehearsal: Rehearsal) -> list[Happening]:
    return [each for each in rehearsal.happenings if each.kind == "does"]


def reasons(rehearsal: Rehearsal) -> list[str]:
    """Why something did not happen."""
    return [each.reason for each in rehearsal.happenings if each.kind == "skips"]


def texts(rehearsal: Rehearsal) -> list[str]:
    return [each.text for each in rehearsal.happenings if each.text]


def told(rehearsal: Rehearsal, width: int = 100) -> str:
    """What the terminal shows."""
    out = StringIO()
    write([rehearsal], out, Style(width=width))
    return out.getvalue()
