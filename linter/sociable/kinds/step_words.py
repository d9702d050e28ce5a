"""What rules say of a step, in words. The longer ones are loaded when they are told: most checks tell none."""

from sociable.facts.account_kinds import reaches_ours_there, way
from sociable.facts.facts import StepFacts
from sociable.facts.rooms import refusing_room, room_of
from sociable.kinds.person_words import person, watched_ones
from sociable.text.wording import short
from sociable.vocabulary.crowds import PERSON, POST
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.verbs import FETCH, STORE, VIEW


def deed(step: StepFacts) -> str:
    """What it does to people: those whom the file names, else without saying to whom in particular."""
    words = _deed(step, named_ones(step))
    return words.replace("on a list", f"on {list_words(step)}") if step.model.onto else words


def deed_to(step: StepFacts) -> str:
    """The same, also to whom it writes, whom it answers or follows, if they are not named."""
    words = step.verb.drawn or step.verb.does
    is_tie = step.verb.group == "tie" and step.verb.reaches_out
    has_whom = is_tie or step.verb.group == "private_speech" or words in _TO_WHOEVER_SPOKE
    whom = target_words(step) if has_whom and not named_ones(step) and not step.model.onto else ""
    return _deed(step, whom) if whom else deed(step)


_TO_WHOEVER_SPOKE = ("replies to {}", "quotes {}")


def target_words(step: StepFacts) -> str:
    """Whom it is aimed at, as far as the file says more than that it is somebody."""
    if step.aim.is_of_event:
        return person(step.automation) if step.automation.event.has_person else ""
    model = step.aim.model
    return step.target.shown if model is not None and model.crowd is not None and model.crowd.of != "posts" else ""


def general_deed(step: StepFacts) -> str:
    """What it does to people, whoever they are."""
    return _deed(step, "", platform_row(step.account.platform).posts_are)


def _deed(step: StepFacts, named: str, posts: str = "") -> str:
    """The words of its verb; ``posts`` are those that it is said to go to, or else what the file says of them."""
    words = step.verb.drawn or step.verb.does
    whom = "groups" if step.verb.audience == "group" else "people"
    if step.aim.kind == PERSON and step.verb.group not in ("reaction", "public_speech"):  # which go to a post of theirs
        words = words.replace("a post of {}", "{}")
    seen = _looks(step, named) if step.verb.name == VIEW else words
    if "a post of {}" in seen:
        from sociable.kinds.posts_in_words import posts_in_words

        seen = seen.replace("a post of {}", posts or posts_in_words(step, named))
    return seen.replace("{}", named or whom)


def named_ones(step: StepFacts) -> str:
    """One whom the step names, or those for whose posts alone its automation waits; empty for all others."""
    target = step.aim
    if target.kind == "handle" and target.model is not None and step.verb.audience != "group":
        return short(target.model.name)
    return watched_ones(step.automation) if target.is_of_event else ""


_PROFILES = (PERSON, "account", "handle")


def _looks(step: StepFacts, named: str) -> str:
    """What is looked at: a profile, or what was posted, which on some platforms is a film."""
    crowd = step.aim.model.crowd if step.aim.model is not None else None
    if platform_row(step.account.platform).shows_streams:
        return "watches streams"
    if step.aim.kind != POST and (crowd is None or crowd.of != "posts"):
        is_known = step.aim.kind in _PROFILES or crowd is not None
        other = _FILMS if platform_row(step.account.platform).shows_films else " or posts" if not is_known else ""
        return f"looks at the profile{other} of {named}" if named else f"looks at profiles{other}"
    seen = "plays videos" if platform_row(step.account.platform).shows_films else "looks at posts"
    return f"{seen} of {named}" if named else seen


_FILMS = " or plays videos"


def deeds(step: StepFacts) -> str:
    """What it does as a thing that can be taken out: the likes."""
    verb = step.verb
    return f"the {verb.noun}" if verb.noun else f"the step `{verb.name}`"


def list_words(step: StepFacts) -> str:
    """The list on which somebody is put, by its name if the file has it."""
    return f"the list “{short(step.model.onto)}”" if step.model.onto else "a list"


def ai_shown(step: StepFacts) -> str:
    """What an AI made of what is shown beside the text: a picture, a film."""
    from sociable.kinds.said_words import ai_shown as shown

    return shown(step)


def applause_words(step: StepFacts) -> str:
    """Whose applause it is and what for."""
    from sociable.kinds.applause_words import applause_in_words

    return applause_in_words(step, general_deed(step), deed(step))


def said_there(step: StepFacts) -> str:
    """What it says and where, as it follows a sentence about it."""
    from sociable.kinds.said_words import said_there as said

    return said(step)


def said_when(step: StepFacts) -> str:
    """The same, and how often."""
    from sociable.kinds.said_words import said_when as said

    return said(step)


def gathering_words(step: StepFacts) -> str:
    """What is gathered about whom."""
    from sociable.kinds.gathering_words import gathering_in_words

    return gathering_in_words(step)


def gathering_remedy(step: StepFacts) -> str:
    """What to do instead of gathering it."""
    from sociable.kinds.gathering_words import instead_of_gathering

    return instead_of_gathering(step)


def keepers_hint(step: StepFacts) -> str:
    """What those who run the room could say of it, as a sentence after another one; empty outside of rooms."""
    if room_of(step) is None:
        return ""
    return " If those who run the room have asked for it, say so: `in:` with `allowed_by:`."


_SOMEWHERE = "https://"
"""What a step gets of which an export says no more than by which way it goes in."""

_WAYS_IN = {
    "browser": "through a program that uses the website or app as if it were a person, {}",
    "unofficial": "through a tool that {title} has not approved",
}


def access_words(step: StepFacts) -> str:
    """What it does, and by which way that is not the official one."""
    title = platform_row(step.account.platform).title
    leave = f"and nothing says that {title} permitted it"
    if step.account.model.approved.get("automation") == "no":
        leave = f"which {title} has not permitted"
    elif room := refusing_room(step):
        leave = f"and those who run {room} have not agreed to a program, as the file says"
    words = _WAYS_IN.get(way(step), "through a program on a person's account, {}")
    return f"{_done_there(step).removesuffix(',')}, {words.format(leave, title=title)}"


def _done_there(step: StepFacts) -> str:
    """What it does on its platform; what a program does in the house when something happens there is watching."""
    if step.verb.name == FETCH:
        return _searches(step)
    if step.verb.group == "inward":
        if step.verb.name == STORE and step.automation.event.has_post:
            return f"keeps a copy of {_heard(step)}"
        is_done_there = not step.verb.in_house or reaches_ours_there(step)
        return (is_done_there and step.verb.there) or "watches what happens there"
    return f"{deed_to(step)}, so as to advertise," if _advertises(step) else deed_to(step)


def _heard(step: StepFacts) -> str:
    """What its event brings: posts, and of whom or where, as far as the file says so."""
    from sociable.kinds.posts_in_words import heard_in_words

    return heard_in_words(step.automation)


def _advertises(step: StepFacts) -> bool:
    """Whether it turns to people with an advertisement."""
    return step.purpose == "promotion" and (step.verb.answers or step.verb.group == "private_speech")


def _is_about_people(step: StepFacts) -> bool:
    """Whether its automation keeps data about people, or turns to those whom a search found."""
    others = step.automation.steps
    return any(each.verb.people_data or each.aim.through in ("search", "others") for each in others)


def _searches(step: StepFacts) -> str:
    if all(getattr(source, "parts", ()) == (_SOMEWHERE,) for _, source in step.model.produces):
        return "does something that the file does not name"
    crowds = [getattr(source, "crowd", None) for _, source in step.model.produces]
    of = {crowd.of for crowd in crowds if crowd is not None and crowd.through != "file"}
    if step.model.origin.importer and not _is_about_people(step):  # what a tool found may be anything
        of -= {"people"}
    return "looks for posts" if of == {"posts"} else "looks people up" if of else "looks things up there"
