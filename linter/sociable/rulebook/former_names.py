"""Rules that were merged into others, and by what name they are found now: old names go on working."""

FORMER_NAMES = {
    "no-operator": "open-facts",
    "shamed-after-silence": "unfollow-shaming",
}
"""The rule that says today what one of this name said."""


def present_name(name: str) -> str:
    """The name of a rule today, whatever it was once called."""
    return FORMER_NAMES.get(name, name)
