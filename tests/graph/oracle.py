"""What really happens in a story: every event at every account by every other, one by one.

Written from what the brakes and verbs mean, over plain data. It knows no classes of accounts, no
behaviours and no components: only what can follow from what.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tests.graph.stories import CARRIES_TEXT, NAMEABLE, SAID, Act, Plot, Story

Wanted = Callable[[Plot, Act], bool]


class Happening(NamedTuple):
    """Something happens at an account, done by another one, in these words if they are known beforehand."""

    event: str
    at: str
    by: str
    words: str | None


class Consequence(NamedTuple):
    """The second follows from the first, because of one act of one plot (both by their numbers)."""

    before: Happening
    plot: int
    act: int
    after: Happening


GROWS = {"followers": "followed", "followers_of(followers)": "followed", "unfollowers": "unfollowed"}


def consequences(story: Story, keep: Wanted, ending: bool = False, surely: bool = False) -> list[Consequence]:
    """All that can follow from all that can happen, for ever, or with ``ending`` at least a few times.

    With ``surely``, nothing is taken for said but what the files write out.
    """
    known: set[Happening] = {
        Happening(event, at, by, words)
        for event in (*NAMEABLE, "posted")
        for at in story.platforms
        for by in story.platforms
        for words in (None, *map(_certain, SAID))
    }
    found: list[Consequence] = []
    for before in sorted(known, key=str):
        if (before.by == before.at) == (before.event == "posted"):
            found.extend(_follows(story, keep, before, ending, surely))
    return found


def _follows(story: Story, keep: Wanted, before: Happening, ending: bool, surely: bool) -> Iterator[Consequence]:
    for number, plot in enumerate(story.plots):
        if plot.account != before.at or not _listens(story, plot, before):
            continue
        for position, act in enumerate(plot.acts):
            starts = before.event == plot.event
            goes_through_set = act.verb in ("follow", "unfollow", "dm") and plot.condition != "never"
            grows = goes_through_set and GROWS.get(act.whom) == before.event
            if keep(plot, act) and ((starts and _fulfils(story, plot, before)) or (grows and not starts)):
                for event, at, back in _done(story, plot, act, before, starts):
                    if ending or not _ends(plot, act, before, back):
                        words = _fixed(act, surely)
                        yield Consequence(before, number, position, Happening(event, at, plot.account, words))


def _listens(story: Story, plot: Plot, before: Happening) -> bool:
    if plot.brake == "own accounts":
        return False
    if plot.brake == "bots" and story.labels[before.by]:
        return False
    if plot.listens_to and before.by not in plot.listens_to:
        return False
    if story.platforms[before.by] != story.platforms[before.at] and not plot.listens_to:
        return False
    if before.words is None:
        return True
    waits_for = f"#{plot.listens_for}" if plot.listens_for and plot.listens_by == "hashtags" else plot.listens_for
    return waits_for in before.words and not (plot.brake == "stop word" and "good day" in before.words)


def _fulfils(story: Story, plot: Plot, before: Happening) -> bool:
    """Whether what happened can fulfil the condition; what does not show beforehand can."""
    return {
        "": True,
        "never": False,
        "people only": not story.labels[before.by],
        "only bob": before.by == "bob",
        "not bob": before.by != "bob",
        "many likes": True,
        "help": before.words is None or "help" in before.words,
        "no help": before.words is None or "help" not in before.words,
        "help or ask": before.words is None or "help" in before.words or "ask" in before.words,
        "good day": before.words is None or before.words == "good day",
    }[plot.condition]


def _ends(plot: Plot, act: Act, before: Happening, back: bool) -> bool:
    """Once for each person there are only so many persons; in one thread only so many answers."""
    if plot.brake == "once for a user":
        return before.event in NAMEABLE
    return back and (plot.brake == "once in a thread" or (plot.brake == "capped" and act.verb == "reply"))


def _fixed(act: Act, surely: bool = False) -> str | None:
    return _certain(act.says) if act.verb in ("reply", "dm", "post") and (surely or act.says != "person") else None


def _certain(says: str) -> str:
    """What a text says whoever is named in it."""
    return SAID[says].partition("{{")[0]


def _done(story: Story, plot: Plot, act: Act, before: Happening, starts: bool) -> Iterator[tuple[str, str, bool]]:
    """The events of an act, where they happen, and whether they are an answer to whoever acted before."""
    me = plot.account
    others = [name for name in story.platforms if name != me and story.platforms[name] == story.platforms[me]]
    person = [before.by] if starts and plot.event in NAMEABLE else []
    to_user = act.whom == "user" or act.verb == "reply"
    whom = person if to_user else [act.whom] if act.whom in story.platforms else others
    # A reply to what somebody wrote in private goes to them alone, so nobody is mentioned in it.
    verb = "dm" if act.verb == "reply" and plot.event == "messaged" else act.verb
    events = {"follow": ["followed"], "unfollow": ["unfollowed"], "dm": ["messaged"], "reply": ["replied", "mentioned"]}
    for event in events.get(verb, ()):
        for name in whom:
            if name in others:
                yield event, name, to_user
    if verb == "post":
        yield "posted", me, False
        yield from (("account_posted", name, False) for name in story.platforms if name != me)
    if verb in ("post", "reply"):
        yield from (("post_matched", name, False) for name in others)  # on both platforms searches find answers, too
        if act.says == "person":
            for name in person:
                if name in others:
                    yield "mentioned", name, True
        if act.says == "handle" and "bob" in others:
            yield "mentioned", "bob", False


def loops(
    story: Story, keep: Wanted, required: list[Wanted], ending: bool = False, surely: bool = False
) -> list[list[Consequence]]:
    """Sets of consequences each of which can come round again, with all that is required among them.

    First those of accounts that only set off themselves, then those of accounts that set off each other.
    """
    every = consequences(story, keep, ending, surely)
    found = [*_circles(filter(stays, every)), *(circle for circle in _circles(every) if not all(map(stays, circle)))]
    return [
        circle
        for circle in found
        if all(any(wanted(story.plots[e.plot], story.plots[e.plot].acts[e.act]) for e in circle) for wanted in required)
    ]


def stays(each: Consequence) -> bool:
    """Whether an account sets off itself."""
    return each.before.at == each.after.at


def _circles(every: Iterable[Consequence]) -> list[list[Consequence]]:
    follows: dict[Happening, list[Consequence]] = {}
    for each in every:
        follows.setdefault(each.before, []).append(each)
    reached = {start: _reached(start, follows) for start in follows}
    circles: dict[frozenset[Happening], list[Consequence]] = {}
    for start, out in follows.items():
        if start in reached[start]:
            circle = frozenset(each for each in reached[start] if start in reached.get(each, ()))
            circles.setdefault(circle, []).extend(each for each in out if each.after in circle)
    return list(circles.values())


def _reached(start: Happening, follows: dict[Happening, list[Consequence]]) -> set[Happening]:
    """Everything that can come of something, itself only if it comes round."""
    reached: set[Happening] = set()
    todo = [start]
    while todo:
        for each in follows.get(todo.pop(), ()):
            if each.after not in reached:
                reached.add(each.after)
                todo.append(each.after)
    return reached


def hanging_together(circles: list[list[Consequence]]) -> set[frozenset[int]]:
    """The plots of circles that share any, put together; those of one account apart from those of several."""
    together = set[frozenset[int]]()
    for alone in (True, False):
        groups: list[set[int]] = []
        for circle in (each for each in circles if all(map(stays, each)) == alone):
            plots = {each.plot for each in circle}
            touching = [group for group in groups if group & plots]
            groups = [group for group in groups if not group & plots] + [plots.union(*touching)]
        together.update(map(frozenset, groups))
    return together


assert set(CARRIES_TEXT) <= set(NAMEABLE)
