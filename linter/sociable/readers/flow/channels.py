"""Whether a model writes for a channel that people follow, as its prompt says: the number of a room tells nothing."""

import re

from sociable.readers.flow.run import Run
from sociable.vocabulary.platforms import platform_row

_CHANNEL = re.compile(
    r"(?<!\w)telegram[ -](?:news )?(?:channels?|kan[aä]l\w?)(?!\w)|(?<!\w)telegram-канал|канал\w{0,3}\s(?:в\s)?telegram"
    r"|(?:canale?|chaîne|kanal)\s(?:de\s|su\s|di\s)?telegram",
    re.IGNORECASE,
)
_OUR_CHANNEL = re.compile(
    r"(?:private|internal|team|our|company|staff)(?:['\u2019]s)?\s(?:own\s)?telegram", re.IGNORECASE
)
"""How a prompt speaks of a channel, and of one in which only our own people are."""


_CALLED = re.compile(r"(?<![^\W_])(?:channel|kan[aä]l|canale?|chaîne|канал)(?![^\W_])", re.IGNORECASE)
_OF_OUR_OWN = re.compile(
    r"private|internal|team|our|company|staff|admin|error|alert|log|notif|report|approv|review|slack|discord|youtube",
    re.IGNORECASE,
)
"""How a node is called that tells a channel of our own something, or a room of another platform."""


_TO_READERS = re.compile(
    r"(?<!\w)(?:(?:hello|hi|hey|good morning) (?:everyone|everybody|all|folks|community)"
    r"|share your (?:thoughts|opinions?)"
    r"|let us know (?:what you think|in the)|join the (?:discussion|conversation)|what do you think\?)",
    re.IGNORECASE,
)
"""What nobody writes to the team, but to those who read along on a server."""


def writes_for_a_channel(prompt: str) -> bool:
    return _CHANNEL.search(prompt) is not None and _OUR_CHANNEL.search(prompt) is None


def is_made_for_a_channel(run: Run, node: int) -> bool:
    """Whether a model wrote the text of a message for a channel, as its prompt, the text or its node says."""
    part = run.parts[node]
    if platform_row(part.platform).reached_as != "bot" or part.text is None:
        return False
    sources = run.provenance.sources(part.text, node)
    to_readers = part.platform == "discord" and any(
        isinstance(each, str) and _TO_READERS.search(each) for each in part.text.parts
    )
    is_called = _CALLED.search(part.name) is not None and _OF_OUR_OWN.search(part.name) is None
    is_for_many = to_readers or is_called
    return any(is_for_many or run.parts[source.node].for_channel for source in sources if source.kind == "ai")
