"""What keys of the automation file can hold that say when (days, hours, how often), who, how much, whither or how."""

import re

from sociable.documents.nodes import Mapping, Node, Scalar
from sociable.documents.scalars import core_value
from sociable.readers.automation_file.shapes import (
    NAME,
    Json,
    Key,
    SaidElsewhere,
    Shape,
    all_fit,
    by_itself,
    enum_descriptions,
    fits,
    group,
    name,
    name_of,
    names_of,
    one_of,
    one_or_list,
    text_of,
)
from sociable.setup import quantities, times
from sociable.setup.model import Hours
from sociable.text.suggest import meant
from sociable.text.wording import either
from sociable.vocabulary.time_zones import TIME_ZONES
from sociable.vocabulary.values import CONSENTS, DURING, IGNORABLE, NONE, NOT_KNOWN, VIA

LETTER = "[A-Za-z\u00aa-\uffff]"
"""For what has to say something in words: no number, no sign and no date."""

FILLED_IN = r"^[\s\S]*\{\{"


def _stretch_of(node: Node) -> str:
    text = text_of(node)
    times.stretch(text)
    return text


CRON = Shape(
    {"title": "a cron line of five fields such as `0 9 * * mon`", "type": "string", "pattern": times.CRON_PATTERN},
    fits(times.CRON_PATTERN),
)
_ONE_TIME: Json = {"title": 'a time of day such as `"09:30"`, or a date', "type": "string", "pattern": times.AT_PATTERN}
TIMES_OF_DAY = Shape(
    one_or_list('a time of day such as `"09:30"`, a date, or a list of such', _ONE_TIME, minItems=1),
    all_fit(times.AT_PATTERN),
)
_ONE_DAY: Json = {
    "title": "a day such as `monday`, `weekdays` or `2027-01-31`",
    "type": "string",
    "pattern": times.ON_PATTERN,
}
SCHEDULED_DAYS = Shape(
    one_or_list("a day such as `monday`, `weekdays` or `2027-01-31`, or a list of days", _ONE_DAY, minItems=1),
    all_fit(times.ON_PATTERN),
)
EVERY = Shape(
    {"title": "a length of time such as `3 days`, or `day`", "type": "string", "pattern": quantities.EVERY_PATTERN},
    fits(quantities.EVERY_PATTERN),
)
DATE = Shape(
    {"title": "a date such as `2027-06-30`", "type": "string", "pattern": times.DATE_PATTERN}, fits(times.DATE_PATTERN)
)

_NO_TIME = r"(?:whenever|when|soon|later|then|some ?times?|some ?day|ever|never|eventually|any ?time|free)"
"""Words that say no time, where one can be said in words."""

_MOMENT = rf"{times.AT_PATTERN}|^(?!{_NO_TIME}$)(?!\S*://){LETTER}|^[0-9]+ {LETTER}[\s\S]* {LETTER}|{FILLED_IN}"
MOMENT = Shape(
    {"title": 'a time of day such as `"23:30"`, a date or a moment in words', "type": "string", "pattern": _MOMENT},
    fits(_MOMENT),
)


DAYS = Shape(
    one_or_list(
        "a day such as `monday` or `monday-friday`, or a list of days",
        {"title": "a day such as `monday` or `monday-friday`", "type": "string", "pattern": times.DAYS_PATTERN},
        minItems=1,
    ),
    all_fit(times.DAYS_PATTERN),
)
STRETCH = Shape(
    {"title": 'hours such as `"9:00-17:30"`', "type": "string", "pattern": times.HOURS_PATTERN}, _stretch_of
)
ZONE = one_of(TIME_ZONES, "a time zone such as `Europe/London`")
HOURS_KEYS = {
    "days": Key(DAYS, "The days of the week.", "monday-friday"),
    "hours": Key(STRETCH, "From when to when; over midnight if the second comes first.", '"9:00-17:30"'),
    "zone": Key(Shape({"$ref": "#/$defs/zone"}, ZONE.convert), "The time zone.", "Europe/London"),
}
_STATED_HOURS = group(
    "a group such as `{days: monday-friday}`",
    HOURS_KEYS,
    lambda said: times.hours(said.get("days", ()), said.get("hours", ""), said.get("zone", "")),
)
_HOURS_WORD = one_of(DURING)


def _during_of(node: Node) -> Hours | str:
    if type(node) is not Scalar:
        return _STATED_HOURS.convert(node)  # type: ignore[no-any-return]
    try:
        return times.hours(stretch_of_day=STRETCH.convert(node))
    except ValueError:
        return _HOURS_WORD.convert(node)  # type: ignore[no-any-return]


def during_schema() -> Json:
    """What hours are, as the published schema says it once."""
    return {
        "title": f"{_HOURS_WORD.schema['title']}, {STRETCH.schema['title']}, or {_STATED_HOURS.schema['title']}",
        "anyOf": [_HOURS_WORD.schema, STRETCH.schema, _STATED_HOURS.schema],
    }


HOURS = Shape({"$ref": "#/$defs/hours"}, _during_of)


_HOURS_OR_WORDS = rf"{times.HOURS_PATTERN}|^(?!{_NO_TIME}$)(?!\S*://)[\s\S]*{LETTER}"
"""Hours, or what is said of them in words instead of numbers."""


def _inbox_hours_of(node: Node) -> Hours | str:
    """Hours, or what a file says of them in words of its own."""
    if type(node) is not Scalar:
        return _during_of(node)
    if not isinstance(core_value(node), str):
        raise ValueError
    said = fits(_HOURS_OR_WORDS)(node)
    try:
        return times.hours(stretch_of_day=said)
    except ValueError:
        return str(said)


INBOX_HOURS = Shape(
    lambda: {
        "title": 'hours such as `"9:00-17:30"`, or a group such as `{days: monday-friday}`',
        "anyOf": [{"type": "string", "pattern": _HOURS_OR_WORDS}, _STATED_HOURS.schema],
    },
    _inbox_hours_of,
)


NO_ONE = ("nobody", "no one", "no-one", NONE)
"""Words for nobody, where a person is asked for."""


def _somebody_of(node: Node) -> str:
    """Take the name of somebody; a word for nobody would be taken for the name of a person."""
    who = name_of(node)
    if who in NO_ONE:
        raise ValueError
    return who


def _holder_of(node: Node) -> str:
    """Take a name, or ``false`` for nobody, as an answer to whether anybody does it."""
    if type(node) is Scalar and core_value(node) is False:
        return "no"
    _somebody_of(node)
    return "yes"


_SOMEBODY = rf"^(?!(?:{'|'.join(NO_ONE)})$){NAME.schema['pattern']}"
WHO = Shape({"title": "somebody's name", "type": ["string", "number"], "pattern": _SOMEBODY}, _somebody_of)
HOLDER = Shape({"title": "a name, or `false` for nobody", "anyOf": [WHO.schema, {"const": False}]}, _holder_of)


def _words_of(node: Node) -> tuple[str, ...]:
    """Take words, or alone the one that says that there are none."""
    words = names_of(node)
    if NONE in words and len(words) > 1:
        raise ValueError
    return words


def _passed_over() -> Json:
    title = f"{either(IGNORABLE)}, the name of a list, or several of them"
    single = {"anyOf": [{"enum": list(IGNORABLE), **enum_descriptions(IGNORABLE)}, NAME.schema]}
    return one_or_list(title, single, minItems=1, **by_itself((NONE,)))


PASSED_OVER = Shape(_passed_over, _words_of)
STOP_WORDS = Shape(
    one_or_list("a text or a list of texts", name("a text").schema, minItems=1, **by_itself((NONE,))), _words_of
)


def _agreed_of(node: Node) -> tuple[str, ...]:
    """Take any words, those that stand elsewhere for words of ours as these; what is not known is not said."""
    words = [word for word in _words_of(node) if word not in NOT_KNOWN]
    return tuple([word if word in CONSENTS else meant(word, CONSENTS) or word for word in words])


AGREED = Shape(
    one_or_list("what they agreed to, or a list of such things", NAME.schema, minItems=1, **by_itself((NONE,))),
    _agreed_of,
)

MOST = 1_000_000_000
_NUMBER = "(?=[0-9., ]*[1-9])[0-9]+(?:[.,][0-9]+| [0-9]{3})*"
_NUMBER_WORDS = "an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand|half"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_AMOUNT = (
    rf"^(?!{_DAY})(?:[^\s0-9*:+-]{{1,4}} ?)?{_NUMBER}(?: ?(?=[^*:!?]*[A-Za-z%$\u00a2-\uffff])[^*:!?]+)?$"
    rf"|^[^0-9*:!?-]+ {_NUMBER} ?{LETTER}|(?:^| )(?:{_NUMBER_WORDS}) {LETTER}|{FILLED_IN}"
)
_ADDRESS = rf"^[A-Za-z][A-Za-z0-9+.-]*://[^\s/]\S*$|{FILLED_IN}"
_DOMAIN = r"^(?!\S*@)[^\s/:.]+(?:\.[^\s/:.]+)*\.[^\s/:.0-9]+(?::[0-9]+)?$"
_TELEPHONE = rf"^(?!{_DAY}$)\+?[0-9(][0-9 ()/.-]{{2,}}$|{FILLED_IN}"


def _amount_of(node: Node) -> float | str:
    """Take a number above nothing, also with what it is of; or a text in which one is filled in."""
    value = core_value(node) if type(node) is Scalar else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value <= 0 or value > MOST:
            raise ValueError
        return value
    return fits(_AMOUNT)(node)


def _telephone_of(node: Node) -> str:
    if type(node) is Scalar and isinstance(core_value(node), float):
        raise ValueError
    return fits(_TELEPHONE)(node)


AMOUNT = Shape(
    {
        "title": "an amount such as `5 EUR`",
        "anyOf": [
            {"type": "number", "exclusiveMinimum": 0, "maximum": MOST},
            {"type": "string", "pattern": _AMOUNT},
        ],
    },
    _amount_of,
)
ADDRESS = Shape(
    {"title": "a web address such as `https://example.org/hook`", "type": "string", "pattern": _ADDRESS}, fits(_ADDRESS)
)
DOMAIN = Shape(
    {"title": "the address of a server such as `mastodon.example`", "type": "string", "pattern": _DOMAIN}, fits(_DOMAIN)
)
TELEPHONE = Shape(
    {
        "title": 'a telephone number such as `"+44 1632 960000"`',
        "anyOf": [{"type": "integer", "minimum": 100}, {"type": "string", "pattern": _TELEPHONE}],
    },
    _telephone_of,
)

NAMED_VIA = rf"^({'|'.join(VIA)}): *([^ ].*)$"


def _via_of(node: Node) -> str:
    """The way; the name of a tool may follow, also as a group of one key, and makes no difference."""
    if type(node) is Mapping and len(node) == 1:
        (way, (_, tool)) = next(iter(node.items()))
        if way in VIA and type(tool) is Scalar:
            return way
    if type(node) is not Scalar:
        raise ValueError
    if found := re.match(NAMED_VIA, node.value):
        return found[1]
    if node.value in VIA:
        return node.value
    if meaning := meant(node.value, VIA):
        raise SaidElsewhere(meaning)
    raise ValueError


def _reached_via() -> Json:
    way_with_a_name = {
        "type": "object",
        "properties": {
            way: {
                "type": ["string", "number"],
                "description": f"By {doc}; the name of the tool does not matter.",
                "examples": ["planner"],
            }
            for way, doc in VIA.items()
        },
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }
    return {
        "title": f"{either(VIA)}, perhaps with a name as in `api: planner`",
        "anyOf": [
            {"enum": list(VIA), **enum_descriptions(VIA)},
            {"type": "string", "pattern": NAMED_VIA},
            way_with_a_name,
        ],
    }


REACHED_VIA = Shape(_reached_via, _via_of)
