"""What to do about a deceit: one thing where it puts an end to all of it, and else a sentence for each."""

from collections.abc import Collection

from sociable.facts.account_kinds import way
from sociable.facts.admissions import admitted
from sociable.facts.facts import AutomationFacts
from sociable.facts.review_gates import is_opinion
from sociable.facts.rooms import room_of
from sociable.kinds.admission_words import goes_on
from sociable.text.wording import listed
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import NOBODY_PAYS, PAST_INTERFACE, US

_BESIDE_HIDING = frozenset(("false_numbers", "harasses"))
"""Beside these, a program that says that it is one does the same harm."""

_STOP = "Stop it: to say that there is a program does not put right what it does."
_FORBIDDEN = "Stop it: no program has been allowed there. Ask first, and after a yes say openly that there is one."
_DISGUISED = (
    "Stop this program. If another one takes its place, let it use the platform's own interface, and say openly that "
    "it is one."
)
_EVADING = "Stop {}. Get round neither blocks nor moderators; if there was a block, settle it with the platform first."
_INVENTED = (
    "Stop it, and let nobody speak who does not exist. Whatever takes its place says in the profile who is behind the "
    "account, and that a program writes."
)
_INVENTED_CROWD = "Stop it. What is said by people who do not exist is nobody's opinion."
_HIDDEN = "Stop hiding the program, and say in the profile that there is one."
_UNTRUE = "Take out what is not true."
_MADE_UP = "Stop it, and show only what real people said, and numbers that are so."
_NOBODYS_OPINION = "Stop it, and show only what real people said."
_WRITTEN_BY_AI = "Stop it, and say only what is so."
_UNFULFILLED = "Take out what is not true, or make it true."
_PRETENDING = (
    "Take out whatever makes people think that it comes from somebody else, be it in a name, a text or a picture, and "
    "speak in your own name."
)
_SEEN = "Say in the subject line what the message is about, and nothing that looks like an answer to people."
_UNTOLD = "Tell people beforehand what is kept from them{}, {}."
_UNTOLD_OF_DATA = "Stop it until people have been told and have said yes."

_GIVES_WORD = frozenset(("support", "receipt", "reminder", "news", "alert", "unstated"))
"""Purposes with which an untrue word may be a promise that can be kept, and is no invention."""


def deceit_remedy(automation: AutomationFacts) -> str:
    """What to do about it, in sentences."""
    return _remedy(automation).replace("Stop it", f"Stop `{automation.id}`", 1)


def _remedy(automation: AutomationFacts) -> str:
    said = admitted(automation)
    if "evades_bans" in said:
        return _EVADING.format(goes_on(automation) or f"the automation `{automation.id}`")
    if "hides_machine" in said and (end := _end(automation)):
        return end
    if automation.account.model.kind == "persona" and not said.isdisjoint(("hides_machine", "untrue")):
        return _INVENTED if _BESIDE_HIDING.isdisjoint(said) else _INVENTED_CROWD
    told = {
        "hides_machine": _HIDDEN,
        "untrue": _untrue(automation, said),
        "pretends": _PRETENDING,
        "conceals": _untold(automation),
    }
    words = [word for word in told if word in said]
    if not words:
        return _SEEN
    made_up = ["false_numbers"] if told["untrue"] == _MADE_UP and "untrue" in said else []
    remedies, named = " ".join(told[word] for word in words), listed([f"`{word}`" for word in (*words, *made_up)])
    return f"{remedies.removesuffix('.')} (and take {named} out of `admits:`)."


def _end(automation: AutomationFacts) -> str:
    """Why a hidden program has to stop rather than to say that it is one; empty if it need not."""
    if not _BESIDE_HIDING.isdisjoint(admitted(automation)):
        return _STOP
    if _is_forbidden(automation):
        return _FORBIDDEN
    return _DISGUISED if any(way(step) in PAST_INTERFACE for step in automation.steps) else ""


def _is_forbidden(automation: AutomationFacts) -> bool:
    """Whether the platform or those who keep the place have allowed no program, as the file says."""
    rooms = (room_of(step) for step in automation.steps)
    said = [automation.account.model.approved, *(room.approved for room in rooms if room is not None)]
    return any(approved.get("automation") == "no" for approved in said)


def _untrue(automation: AutomationFacts, said: Collection[str]) -> str:
    """A promise can be kept; what was made up, by an AI or by anybody, cannot become true."""
    if "false_numbers" in said:
        return _MADE_UP
    if any(map(is_opinion, automation.steps)):
        return _NOBODYS_OPINION
    if any("ai" in step.text.provenance.origins for step in automation.steps if step.verb.speaks):
        return _WRITTEN_BY_AI
    return _UNFULFILLED if automation.purpose in _GIVES_WORD else _UNTRUE


def _untold(automation: AutomationFacts) -> str:
    """Where people can be told; of whom something is kept or handed on, they have to say yes besides."""
    speaks = any(step.verb.speaks for step in automation.steps)
    if "other_purpose" in admitted(automation):
        return _UNTOLD_OF_DATA
    if (
        not speaks
        and "agreed_to" in automation.model.denied
        and any(step.verb.people_data for step in automation.steps)
    ):
        return _UNTOLD_OF_DATA
    return _UNTOLD.format(_such_as(automation), _where_told(automation, speaks))


def _where_told(automation: AutomationFacts, speaks: bool) -> str:
    if automation.event.group == "in_our_room":
        return "where they write"
    if "form" in automation.event.carries:
        return "where they sign up"
    if not platform_row(automation.account.platform).has_profiles:
        return "in the text" if speaks else "where they sign up"
    return "in the profile or in the text" if speaks else "in the profile"


def _such_as(automation: AutomationFacts) -> str:
    """What the file shows that people may not know, as it follows what is kept from them; empty if nothing."""
    payer, steps = automation.model.paid_by or automation.account.model.paid_by, automation.steps
    told = {
        "who pays for it": payer not in ("", US, NOBODY_PAYS),
        "to whom you hand on what you know of them": any(each.verb.people_data == "handed_on" for each in steps),
        "what you keep of them": any(each.verb.people_data == "kept" for each in steps),
        "that an AI writes": any(
            "ai" in each.text.provenance.origins and "ai" not in each.model.disclose for each in steps
        ),
    }
    shown = [words for words, is_so in told.items() if is_so]
    return f", such as {listed(shown)}" if shown else ""
