"""What to do about a value that does not fit: the advice after “should be …”."""

import re
from collections.abc import Callable, Iterator

from sociable.readers.automation_file.expressions.value_types import language_meant
from sociable.readers.automation_file.keys import FORMS
from sociable.readers.automation_file.schema import STEP_TITLE
from sociable.readers.automation_file.shapes import FORMAT_VERSION, Json
from sociable.readers.automation_file.spellings import MEANT, longest_instead, schedule_meant
from sociable.readers.automation_file.when_and_who import ADDRESS, AMOUNT, DOMAIN, MOMENT, NAMED_VIA, TELEPHONE
from sociable.records.static import Any
from sociable.setup import times
from sociable.setup.quantities import (
    DURATION_PATTERN,
    EVERY_PATTERN,
    LENGTH_PATTERN,
    LIMIT_PATTERN,
    ONCE_PATTERN,
    RATE_PATTERN,
)
from sociable.text.suggest import TRUTHS, advice_here, did_you_mean, meant, nearest
from sociable.text.wording import either, short
from sociable.vocabulary.languages import LANGUAGE_PATTERN
from sociable.vocabulary.said_elsewhere import INSTEAD, UNLISTED
from sociable.vocabulary.values import VIA

NAME_A_VERB = "Name a verb, such as `post`, `reply` or `notify`."

A_STEP = "a step"
A_VERB = "a verb"
"""How the advice for words of other tools calls the place of a verb."""

LONG_FORM = "the long form of a verb"
"""How the advice for words of other tools calls what stands in the brackets after a verb."""

_AMOUNTS = frozenset((LENGTH_PATTERN, EVERY_PATTERN, LIMIT_PATTERN, RATE_PATTERN, ONCE_PATTERN))
_NONE = r"(?:^|\s)(?:-|0+\b)"

_MOST_LISTED = 60
"""Words that are listed for somebody who has written none of them."""


def what_to_write(found: Any, schema: Json) -> str:
    """Say what to write instead of what was found, where that can be known."""
    words = list(FORMS) if schema["title"] == STEP_TITLE else list(_enumerated(schema))
    if words:
        return _of_words(found, schema, words)
    if schema.get("type") == "boolean" and (truth := _truth_meant(found)):
        return f"Write `{truth}`."
    if schema.get("const") == FORMAT_VERSION:
        return f"Write `{FORMAT_VERSION}`: there is no other yet."
    patterns = {each.get("pattern") for each in (schema, *schema.get("anyOf", ()))}
    if patterns - {None}:
        return _of_pattern(found, patterns)
    return _of_form(found, schema)


def word_meant(found: Any, schema: Json) -> str:
    """The word of a schema that somebody meant who wrote another one; empty where that is open."""
    words = list(FORMS) if schema["title"] == STEP_TITLE else list(_enumerated(schema))
    if not isinstance(found, str) or found in words:
        return ""
    if schema.get("type") == "boolean":
        return _truth_meant(found)
    return meant(found, words) or nearest(found, words)


def _truth_meant(found: Any) -> str:
    """What other versions of YAML take for true or false; a list or a group is neither."""
    return TRUTHS.get(found, "") if isinstance(found, str) else ""


def _of_form(found: Any, schema: Json) -> str:
    """How a list or a group is written."""
    if schema.get("type") == "array" and found and isinstance(found, str | dict):
        return "Begin each of them with “- ”, also if there is only one."
    if "required" in schema:
        return example(schema, schema["required"][0], "Write one key a line, beginning with")
    if schema.get("type") == "object" and found and isinstance(found, str | list):
        return "Write each as `name: …` on a line of its own, indented, without “- ”."
    return ""


def example(schema: Json, name: str, lead: str) -> str:
    """Show a line with a key, if the schema has an example of it."""
    examples = schema["properties"][name].get("examples")
    return f"{lead} `{name}: {examples[0]}`." if examples else ""


def instead(key: str, found: Any, otherwise: str) -> str:
    """Say what is meant by a key whose value has not even its form."""
    return INSTEAD.get(key, otherwise)


def _of_words(found: Any, schema: Json, words: list[str]) -> str:
    """Which of some words may have been meant."""
    if isinstance(found, str) and found in words:  # a verb that cannot stand alone
        return f"Say what: `{found}: …`."
    verb, _, rest = found.partition(" ") if isinstance(found, str) else ("", "", "")
    if rest and verb in FORMS:
        return f"Put a colon after the verb: `{verb}: …`."
    place = A_VERB if schema["title"] == STEP_TITLE else "an event" if "mentioned" in words else schema["title"]
    guess = ""
    if isinstance(found, str):
        taken = "" if schema["title"] == STEP_TITLE else _taken_for(found, words)
        timed = schedule_meant(found) if place == "an event" else ""
        guess = (
            (f"Write `when: {timed}`." if timed else advice_here(found, place)) or taken or did_you_mean(found, words)
        )
    if guess or len(words) > _MOST_LISTED or either(words) in schema["title"]:  # the title has named them all
        return guess
    if place in UNLISTED:
        return UNLISTED[place].format(found=short(found) if isinstance(found, str) else "…")
    return NAME_A_VERB if schema["title"] == STEP_TITLE else f"Write {either(words)}."


def _taken_for(found: str, words: list[str]) -> str:
    """Say as what a word of elsewhere is read."""
    meaning = meant(found, words)
    return f"Write `{meaning}`; it is read as that for now." if meaning else ""


def _of_pattern(found: Any, patterns: set[Any]) -> str:
    """What is wrong with a text that fits none of these patterns."""
    for pattern in patterns & _WHY.keys() if isinstance(found, str | int | float) else ():
        return _WHY[pattern](str(found))
    if patterns & _AMOUNTS and re.search(_NONE, str(found)):
        return "That would mean never. To switch it off, write `enabled: false`."
    if patterns & {DURATION_PATTERN, LENGTH_PATTERN} and isinstance(found, int) and found > 1:
        return f"Say of what, as in `{found} hours`."
    if EVERY_PATTERN in patterns and re.match(times.ON_PATTERN, str(found)):
        return f"Days stand under `on:`, without `every:`, as in `on: {found}`."
    for pattern in patterns & MEANT.keys():
        return _spelt(str(found), MEANT[pattern])
    return ""


def _spelt(word: str, meant: Callable[[str], str]) -> str:
    """How the format spells a length of time, a rate or "once per", or the longest time if it is longer."""
    if spelling := meant(word):
        return f"Write `{spelling}`."
    longest = longest_instead(word.rpartition(" per ")[2])
    return f"That is longer than may be said: write at most `{longest}`." if longest else ""


def _enumerated(schema: Any) -> Iterator[str]:
    """Find the words a schema allows, looking through its alternatives."""
    yield from schema.get("enum", ())
    for alternative in schema.get("anyOf", ()):
        yield from _enumerated(alternative)


def _day_meant(word: str) -> str:
    """What may be wrong with a day."""
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
        return "There is no such day in the calendar."
    return did_you_mean(word, times.DAY_WORDS) or (
        "Write `monday` to `sunday`, `weekdays`, `weekends`, `first monday`, `day 15` or a date such as `2027-01-31`."
    )


def _date_meant(word: str) -> str:
    """What may be wrong with a date."""
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
        return "There is no such day in the calendar."
    return "Write year, month and day, such as `2027-06-30`."


def _clock_meant(word: str) -> str:
    """What may be wrong with a time of day."""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[.h]([0-5][0-9])", word)
    if found:
        return f'Write `"{found[1]}:{found[2]}"`.'
    if re.match(r"[0-9]{4}-", word):
        return "There is no such day in the calendar, or no such time of day."
    return 'Write hours from 00 to 23 and minutes from 00 to 59, such as `"09:30"`.'


def _moment_meant(word: str) -> str:
    """What may be wrong with a moment to wait for."""
    if re.match(LENGTH_PATTERN, word):
        return f"For a length of time write `wait: {word}`."
    if not re.search("[0-9]", word):
        return 'Say when, such as `"23:30"`, `2027-06-30` or `the end of the match`.'
    return _clock_meant(word)


def _amount_meant(_word: str) -> str:
    """What may be wrong with an amount."""
    return "Write how much, such as `5 EUR` or `20 points`; where nothing is paid, take the step out."


def _address_meant(word: str) -> str:
    """What may be wrong with the address of a web hook."""
    if re.fullmatch(r"[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?", word):
        return f"Write `https://{word}`."
    return "Write the whole address, beginning with `https://`; to tell a colleague, write `notify:`."


def _domain_meant(word: str) -> str:
    """What may be wrong with the address of a server."""
    found = re.fullmatch(r"(?:[a-z]+://)?(?:[^\s/@]*@)?([^\s/@.]++(?:\.[^\s/@.]++)++)(?:[/@.]\S*)?", word)
    return f"Write only `{found[1]}`." if found else "Write its address without anything else, `mastodon.example`."


def _telephone_meant(_word: str) -> str:
    """What may be wrong with a telephone number."""
    return 'Write a number, such as `"+44 1632 960000"`; for a page write `link:`.'


_WHY: dict[str, Callable[[str], str]] = {
    times.CRON_PATTERN: times.why_no_cron,
    times.ON_PATTERN: _day_meant,
    times.DAYS_PATTERN: _day_meant,
    times.DATE_PATTERN: _date_meant,
    times.AT_PATTERN: _clock_meant,
    MOMENT.schema["pattern"]: _moment_meant,
    LANGUAGE_PATTERN: language_meant,
    ADDRESS.schema["pattern"]: _address_meant,
    DOMAIN.schema["pattern"]: _domain_meant,
    TELEPHONE.schema["anyOf"][1]["pattern"]: _telephone_meant,
    AMOUNT.schema["anyOf"][1]["pattern"]: _amount_meant,
    NAMED_VIA: lambda word: _taken_for(word, list(VIA)),
}
"""What to say of a text that does not fit a pattern of the published schema."""
