"""Do `check` and `rehearse` agree on what never ends? Random setups, each judged by both.

Run by itself it takes how many setups to try: `python -m tests.metamorphic.agreement 10000`.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

from sociable.facts.facts import Facts, derive
from sociable.graph.causality import find_loops
from sociable.graph.loops import Loop
from sociable.project.load import read_text
from sociable.rehearsal.loop_play import rehearse_loop
from sociable.rehearsal.rehearsal import played
from sociable.rehearsal.small_world import Occurrence, SmallWorld
from sociable.rehearsal.timeline import Rehearsal
from sociable.vocabulary.events import EVENTS

NAMES = ("ann", "bob", "cam")
PLATFORMS = ("mastodon",) * 4 + ("bluesky", "telegram")
GOES_ON = ("repeats", "goes_on")
ROUNDS = 12

BRAKES: dict[str, dict[str, Any]] = {
    "none": {},
    "own accounts": {"ignore": ["own_accounts"]},
    "own copies": {"ignore": ["own_copies"]},
    "bots": {"ignore": ["bots"]},
    "only from": {"only_from": ["@bob"]},
    "once for a user": {"once_per": "user"},
    "stop word": {"stop_on": ["enough"]},
    "mark": {"if": 'not {text} contains "copied"'},
    "word": {"if": '{text} contains "news"'},
    "not bob": {"if": 'event.user.handle is not "@bob"'},
    "never": {"if": "event.user.followers > 10 and event.user.followers < 5"},
}

SPEAKS = {
    "mentioned": "reply",
    "replied": "reply",
    "messaged": "dm",
    "account_posted": "post",
    "posted": "post",
    "posted_here": "reply",
    "post_matched": "reply quote post",
}
SEARCHES: tuple[dict[str, Any], ...] = (
    {"keywords": ["news"]},
    {"keywords": ["day", "copied"]},
    {"hashtags": ["news"]},
    {"keywords": ["news"], "hashtags": ["more"]},
    {"search": "day -enough"},
)
ROOMS = ("hall", "hall", "yard")
TEXTS = (
    "good day",
    "news of today",
    "{said}",
    "{said} copied",
    "more: {said}",
    "that is enough",
    "{said} news",
    "a #news day",
)
TIES = {"followed": ("follow", "unfollow"), "unfollowed": ("follow", "unfollow")}
HEARD = (*SPEAKS, "account_posted", "account_posted", "post_matched", *TIES, "schedule")


def setup(random: Random) -> tuple[Facts, set[str]]:
    """Some accounts that act on each other, and the brakes that are in it."""
    names = NAMES[: random.choice((1, 2, 2, 2, 2, 3))]
    accounts = {
        name: {
            "platform": random.choice(PLATFORMS),
            "handle": f"@{name}",
            "automated_label": random.random() < 0.3,
            "in": random.choice(ROOMS),
        }
        for name in names
    }
    brakes: set[str] = set()
    doing = _ties(random, names) if random.random() < 0.5 else _speech(random, names)
    automations = [
        _automation(random, number, name, event, names, brakes) for number, (name, event) in enumerate(doing)
    ]
    text = json.dumps({"sociable": 1, "accounts": accounts, "automations": automations})
    return derive(read_text("agreement.json", text).setup), brakes


def _ties(random: Random, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Accounts that do something about who follows and who leaves."""
    both = random.random() < 0.85
    return [(name, event) for name in names for event in (TIES if both else (random.choice(tuple(TIES)),))]


def _speech(random: Random, names: tuple[str, ...]) -> list[tuple[str, str]]:
    heard = random.sample(HEARD, random.choice((1, 1, 2)))
    return [(name, random.choice(heard)) for name in names + (random.choice(names),) * random.choice((0, 0, 1))]


def _automation(
    random: Random, number: int, name: str, event: str, names: tuple[str, ...], brakes: set[str]
) -> dict[str, Any]:
    when: dict[str, Any] = {"event": event}
    others = [each for each in names if each != name]
    if event == "account_posted" and others and random.random() < 0.8:
        when["from"] = [random.choice(others)]
    if event == "post_matched":
        when |= random.choice(SEARCHES)
    brake = random.choice(("none",) * 2 * len(BRAKES) + tuple(BRAKES)) if event in (*SPEAKS, *TIES) else "none"
    text = "event.message.text" if event == "messaged" else "event.post.text"
    speaks = event in SPEAKS
    if (brake in ("mark", "word", "stop word") and not speaks) or (event == "posted" and brake not in ("mark", "word")):
        brake = "none"
    brakes.add(brake)
    said = BRAKES[brake].items()
    keys = {key: value.replace("{text}", text) if isinstance(value, str) else value for key, value in said}
    return {"id": f"a{number}", "account": name, "when": when, "do": [_step(random, event, text, others)], **keys}


def _step(random: Random, event: str, text: str, others: list[str]) -> dict[str, Any]:
    if event in SPEAKS:
        return {random.choice(SPEAKS[event].split()): random.choice(TEXTS).replace("{said}", f"{{{{ {text} }}}}")}
    if event == "schedule":
        return {"follow": random.choice(("followers_of(followers)", *others, "followers"))}
    return {random.choice(TIES[event]): random.choice(("event.user",) * 6 + ("followers_of(followers)", *others))}


def openings(facts: Facts) -> Iterator[Rehearsal]:
    """Each event that some account waits for, done by each account of ours and by a stranger."""
    for account in facts.accounts:
        for event in dict.fromkeys(automation.event.name for automation in account.automations):
            actors = [each for each in facts.accounts if each is not account] if EVENTS[event].has_person else []
            for actor in (None, *actors):
                world = SmallWorld(facts)
                by = world.ours(actor) if actor is not None else world.outside("@stranger", account.platform)
                who = by if EVENTS[event].has_person else None
                if actor is not None and actor.platform != account.platform and not EVENTS[event].crosses_platforms:
                    continue
                opening = Occurrence(0, event, world.ours(account), who, None, 0, 0)
                yield played(world, opening, ROUNDS, lambda _step: True)


def lasting(loop: Loop) -> bool:
    """Whether nothing ends it."""
    return loop.verdict != "settles" and not loop.stops_after


def disagreements(facts: Facts) -> Iterator[str]:
    """What one of the two says and the other does not."""
    loops = find_loops(facts, lambda _step: True, [])
    for loop in loops:
        ending = rehearse_loop(loop).ending
        if loop.certainty == "certain" and lasting(loop) != (ending in (*GOES_ON, "unfinished")):
            yield f"a loop that {loop.verdict} is played as one that {ending}"
    if not any(map(lasting, loops)):
        for rehearsal in openings(facts):
            if rehearsal.ending in GOES_ON:
                yield f"{rehearsal.event} at {rehearsal.account} {rehearsal.ending}, and there is no loop"


def compared(seed: int) -> tuple[set[str], set[str], list[str]]:
    """The brakes of one setup, the verdicts on its loops, and where the two disagree."""
    facts, brakes = setup(Random(seed))  # noqa: S311 - it decides what is tried, and has to be the same each time
    verdicts = {loop.verdict for loop in find_loops(facts, lambda _step: True, [])}
    return brakes, verdicts or {"no loop"}, list(disagreements(facts))


def main(arguments: list[str]) -> int:
    """Try so many setups, and say how often what was in them."""
    brakes: Counter[str] = Counter()
    verdicts: Counter[str] = Counter()
    wrong = 0
    for seed in range(int(arguments[0]) if arguments else 10_000):
        has, says, disagreed = compared(seed)
        brakes.update(has)
        verdicts.update(says)
        for each in disagreed:
            wrong += 1
            print(f"{seed}: {each}")
    print(dict(brakes), dict(verdicts), f"{wrong} disagreements", sep="\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
