"""What is told of automations on three accounts."""

from tests.engine.rules import found, rule
from tests.setups import facts

TWO = """
accounts: {{b: {{platform: x, handle: "@b"}}, a: {{platform: x, handle: "@a"}}, c: {{platform: x, handle: "@c"}}}}
automations:
{automations}
"""


def told(kind: str, report: str, *automations: str) -> list[str]:
    text = TWO.format(automations="\n".join(automations))
    return [each.message for each in found(facts(text), rule(kind, report=report))]
