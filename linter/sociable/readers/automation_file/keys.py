"""The automation file: which keys there are and what each of them holds.

Every ``Shape`` has two sides that say the same thing: ``convert`` reads a node, or raises
``ValueError`` without words; ``schema`` is the piece of JSON Schema that the published schema is made
of and that explains to people what does not fit. A property test holds the two sides together.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.scalars import NOT_TEXT, core_value
from sociable.setup import quantities
from sociable.setup.model import Rate
from sociable.text.quotes import OPENING
from sociable.text.wording import either
from sociable.vocabulary.events import TRIGGER_KEYS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import (
    API_TIERS,
    APPROVALS,
    IGNORABLE,
    PURPOSES,
    RUN_BY,
    UNSTATED,
    USES,
    VIA,
    VISIBILITIES,
)
from sociable.vocabulary.verbs import VERBS, Verb

FORMAT_VERSION = 1

_UNQUOTED = rf"^(?![{OPENING}][\s\S])"

Json: TypeAlias = dict[str, Any]
Convert: TypeAlias = Callable[[Node], Any]


class Shape(NamedTuple):
    """What a key holds: the schema side, whose ``title`` completes “should be …”, and the reading side."""

    schema: Json
    convert: Convert


EXTENSION = "x-"
"""Begins the keys that a project may use for itself; nothing of them is read."""


class Key(NamedTuple):
    """A key of a group, with the sentence an editor shows for it and, where it is needed, an example."""

    shape: Shape
    doc: str
    example: str = ""


def converters(keys: dict[str, Key]) -> dict[str, Convert]:
    """Pick the reading side of a table of keys."""
    return {name: key.shape.convert for name, key in keys.items()}


# ------------------------------------------------------------------------------------------ reading


def text_of(node: Node) -> str:
    """Take any single value as it is written, unless it stands for nothing, yes or no."""
    if type(node) is not Scalar or (node.plain and node.value in NOT_TEXT):
        raise ValueError
    return node.value


def name_of(node: Node) -> str:
    """Take a text that stands for something and has to be met exactly: none in typographic quotes."""
    name = text_of(node)
    if name[1:] and name[0] in OPENING:
        raise ValueError
    return name


def _words_of(node: Node) -> tuple[str, ...]:
    if type(node) is Sequence:
        return tuple([name_of(item) for item in node.items])
    return (name_of(node),)


def _names_of(node: Node) -> tuple[str, ...]:
    names = _words_of(node)
    if not names:
        raise ValueError
    return names


def _flag_of(node: Node) -> bool:
    value = core_value(node) if type(node) is Scalar else None
    if value is not True and value is not False:
        raise ValueError
    return value


def _yes_no_of(node: Node) -> str:
    return "yes" if _flag_of(node) else "no"


def _holder_of(node: Node) -> str:
    """Take a name, or ``false`` for nobody, as an answer to whether anybody does it."""
    if type(node) is Scalar and core_value(node) is False:
        return "no"
    return "yes" if text_of(node) else UNSTATED


def _count_of(node: Node) -> int:
    """Take a whole number from 1; as in JSON, ``3.0`` is one."""
    value = core_value(node) if type(node) is Scalar else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value < float("inf") or value % 1:
        raise ValueError
    return int(value)


def _version_of(node: Node) -> int:
    if _count_of(node) != FORMAT_VERSION:
        raise ValueError
    return FORMAT_VERSION


def _group_of(node: Node) -> Mapping:
    if type(node) is not Mapping:
        raise ValueError
    return node


def _list_of(node: Node) -> Sequence:
    if type(node) is not Sequence:
        raise ValueError
    return node


def _duration_of(node: Node) -> int:
    return quantities.duration(text_of(node))


def _limit_of(node: Node) -> Rate:
    text = text_of(node)
    return quantities.rate(text) if " per " in text else Rate(_count_of(node), 0)


# ------------------------------------------------------------------------------------------- shapes


def one_of(words: Iterable[str], title: str = "") -> Shape:
    """Make the shape of one word out of a table."""
    known = frozenset(words)

    def convert(node: Node) -> str:
        if type(node) is not Scalar or node.value not in known:
            raise ValueError
        return node.value

    return Shape({"title": title or either(words), "enum": list(words)}, convert)


def some_of(words: Iterable[str]) -> Shape:
    """Make the shape of one word or several out of a table."""
    known = frozenset(words)

    def convert(node: Node) -> frozenset[str]:
        found = frozenset(_words_of(node))
        if not found <= known:
            raise ValueError
        return found

    single = one_of(words).schema
    title = f"{single['title']}, or a list of them"
    return Shape({"title": title, "anyOf": [single, {"type": "array", "items": single}]}, convert)


def _part(name: str) -> Shape:
    """Stand for a part with a structure of its own, which a module of its own reads."""
    return Shape({"$ref": f"#/$defs/{name}"}, lambda node: node)


def _text(title: str) -> Shape:
    return Shape({"title": title, "type": ["string", "number"]}, text_of)


def _name(title: str) -> Shape:
    return Shape({"title": title, "type": ["string", "number"], "pattern": _UNQUOTED}, name_of)


def _one_or_list(title: str, single: Json, **more: Any) -> Json:
    return {"title": title, "anyOf": [single, {"type": "array", "items": single, **more}]}


TEXT = _text("a text")
NAME = _name("a name")
HANDLE = _name("a handle such as `@examplecouncil`")
WORDS = Shape(_one_or_list("a text or a list of texts", _name("a text").schema), _words_of)
NAMES = Shape(_one_or_list("a name or a list of names", NAME.schema, minItems=1), _names_of)
_CONDITION = _name("a condition such as `not event.user.is_bot`")
CONDITIONS = Shape(_one_or_list("a condition or a list of conditions", _CONDITION.schema), _words_of)
FLAG = Shape({"title": "`true` or `false`", "type": "boolean"}, _flag_of)
YES_NO = Shape({"title": "`true` or `false`", "type": "boolean"}, _yes_no_of)
HOLDER = Shape(
    {"title": "a name, or `false` for nobody", "anyOf": [{"type": ["string", "number"]}, {"const": False}]}, _holder_of
)
COUNT = Shape({"title": "a whole number from 1", "type": "integer", "minimum": 1}, _count_of)
DURATION = Shape(
    {"title": "a length of time such as `3 days`", "type": "string", "pattern": quantities.DURATION_PATTERN},
    _duration_of,
)
LIMIT = Shape(
    {
        "title": "a number such as `20`, or a rate such as `60 per hour`",
        "anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": quantities.RATE_PATTERN}],
    },
    _limit_of,
)
ONCE = Shape(
    {
        "title": "`user`, `post`, `thread` or `message`, alone or as in `user per 3 days`",
        "type": "string",
        "pattern": quantities.ONCE_PATTERN,
    },
    lambda node: quantities.once(text_of(node)),
)
APPROVAL = one_of(APPROVALS)
REACHED_VIA = one_of(VIA)

# --------------------------------------------------------------------------------------------- keys

FILE_KEYS = {
    "sociable": Key(
        Shape({"title": f"the format version, which is `{FORMAT_VERSION}`", "const": FORMAT_VERSION}, _version_of),
        "The version of the format.",
    ),
    "$schema": Key(TEXT, "The address of this schema, for editors."),
    "accounts": Key(
        Shape(
            {
                "title": "a group of accounts, each under its id",
                "type": "object",
                "additionalProperties": {"$ref": "#/$defs/account"},
            },
            _group_of,
        ),
        "The accounts that automations run on, by id.",
    ),
    "automations": Key(
        Shape({"title": "a list of automations", "type": "array", "items": {"$ref": "#/$defs/automation"}}, _list_of),
        "What happens by itself.",
    ),
}

INBOX_KEYS = {
    "read_by": Key(NAME, "Who reads what comes back.", "comms team"),
    "reply_within": Key(DURATION, "How soon somebody answers."),
    "hours": Key(TEXT, "When somebody is there."),
}

ACCOUNT_KEYS = {
    "platform": Key(one_of(PLATFORMS, "a platform"), "Where the account lives.", "mastodon"),
    "handle": Key(HANDLE, "The name people see, such as `@examplecouncil`."),
    "run_by": Key(one_of(RUN_BY), "Whose account it is."),
    "automated_label": Key(YES_NO, "Whether the profile says that it is automated."),
    "operator": Key(NAME, "The human-managed account that answers for this one."),
    "inbox": Key(_part("inbox"), "Who reads what comes back, or the word `unread`."),
    "pause": Key(HOLDER, "Who can stop everything at once when the news turns; `false` if nobody can."),
    "api_tier": Key(one_of(API_TIERS), "Which API access the account has."),
    "server": Key(NAME, "The server of a federated account."),
    "ai_replies_approved": Key(YES_NO, "Whether the platform has approved AI replies."),
    "verified": Key(YES_NO, "Whether the platform has verified the account: some of its limits are wider then."),
    "vars": Key(_part("vars"), "Facts of this account that texts may use as `{{ account.name }}`."),
}

AUTOMATION_KEYS = {
    "id": Key(NAME, "The name of the automation, used once in the whole project.", "thank-new-followers"),
    "account": Key(NAMES, "The account it runs on, or a list of accounts.", "council"),
    "title": Key(TEXT, "What it is for, in a few words."),
    "enabled": Key(FLAG, "Whether it runs at all."),
    "purpose": Key(one_of(PURPOSES), "What it is for."),
    "when": Key(_part("when"), "What starts it: an event, or a group with the event and what narrows it.", "mentioned"),
    "if": Key(CONDITIONS, "What has to hold as well."),
    "do": Key(_part("steps"), "What it does, one step after the other.", "[like]"),
    "limit": Key(LIMIT, "The most it may do."),
    "cooldown": Key(DURATION, "How long it rests between two runs."),
    "once_per": Key(ONCE, "How often it may run for the same person, post or conversation."),
    "approval": Key(APPROVAL, "Whether a person says yes to each run."),
    "ignore": Key(some_of(IGNORABLE), "Whom it passes over."),
    "only_from": Key(WORDS, "The only accounts it listens to."),
    "stop_on": Key(WORDS, "Words with which a person opts out."),
    "via": Key(REACHED_VIA, "How the platform is reached."),
    "max_replies_per_thread": Key(COUNT, "The most answers in one conversation."),
}

STEP_KEYS = {
    "if": Key(CONDITIONS, "What has to hold for this step."),
    "after": Key(DURATION, "How long to wait before it."),
    "limit": Key(LIMIT, "The most this step may do."),
    "approval": Key(APPROVAL, "Whether a person says yes to this step."),
    "disclose": Key(some_of(DISCLOSURES), "What the text tells people about itself."),
    "visibility": Key(one_of(VISIBILITIES), "Who may see it."),
    "via": Key(REACHED_VIA, "How the platform is reached."),
    "use": Key(one_of(USES), "What stored data is for."),
}

_TRIGGER_SHAPES = {"text": TEXT, "words": WORDS, "count": COUNT, "pace": TEXT}
NARROWING_KEYS = {name: Key(_TRIGGER_SHAPES[row.shape], f"{row.doc}.") for name, row in TRIGGER_KEYS.items()}
"""What may stand beside ``event:``; each event says which of them it takes."""

LONG_KEYS = {
    "text": Key(TEXT, "What people will read; `{{ … }}` holds what is filled in."),
    "media": Key(TEXT, "A picture or video."),
    "link": Key(TEXT, "A web address; `{{ … }}` holds what is filled in."),
    "language": Key(TEXT, "The language of the text."),
    "title": Key(TEXT, "A headline."),
    "subject": Key(TEXT, "The subject line."),
    "channel": Key(TEXT, "The channel it goes to."),
    "group": Key(TEXT, "The group, channel or server."),
    "list": Key(TEXT, "The list."),
    "emoji": Key(TEXT, "The reaction."),
    "to": Key(_name("the name of a colleague or team"), "Who gets it."),
    "for": Key(DURATION, "How long.", "3 days"),
    "url": Key(_text("a web address"), "The web address to call.", "https://example.org/hook"),
}
"""What the long form ``verb: {…}`` may hold; each verb says which of them it takes."""

# -------------------------------------------------------------------------------------------- steps

_SHORT_FORM = {"text": "text", "target": "target", "person": "to", "duration": "for", "address": "url"}
"""The long key that the short form ``verb: value`` stands for, by the verb's argument."""

_TARGETS = {
    "event.user": "a person, or a group of people, such as `event.user`",
    "event.post": "a post, or several, such as `event.post`",
    "?": "the name of a group, a channel or a server",
}


class Form(NamedTuple):
    """How a verb is written.

    ``short`` is the key that ``verb: value`` stands for (empty: none), ``keys`` what ``verb: {…}`` may
    hold. ``needs`` says that ``short`` must be given, ``bare`` that the verb may stand alone.
    """

    verb: Verb
    short: str
    keys: dict[str, Key]
    needs: bool
    bare: bool


def _form(verb: Verb) -> Form:
    short = _SHORT_FORM.get(verb.argument, "")
    keys = {name: LONG_KEYS[name] for name in (short, *verb.keys) if name in LONG_KEYS}
    if verb.target:
        keys["target"] = Key(_name(_TARGETS[verb.target]), "Whom or what it is aimed at.")
    needs = verb.argument in ("duration", "names", "address") or verb.target == "?"
    bare = not needs and (verb.argument != "text" or verb.audience == "inward")
    return Form(verb, short, keys, needs, bare)


FORMS = {name: _form(verb) for name, verb in VERBS.items()}
BARE_VERBS = tuple(name for name, form in FORMS.items() if form.bare)
