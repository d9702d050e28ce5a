"""What to do about a deceit: one thing where it puts an end to all of it, and else a sentence for each."""

from sociable.facts.account_kinds import way
from sociable.facts.admissions import admitted
from sociable.facts.facts import AutomationFacts
from sociable.facts.rooms import room_of
from sociable.kinds.admission_words import goes_on
from sociable.vocabulary.platforms import platform_row

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
_UNFULFILLED = "Take out what is not true, or make it true."
_PRETENDING = "Speak in your own name."
_SEEN = "Take the mark out of the subject line."
_UNTOLD = "Tell people beforehand what they would want to know, such as {}."
_UNTOLD_OF_DATA = "Stop it until people have been told and have said yes."

_DISGUISES = frozenset(("browser", "unofficial"))
_GIVES_WORD = frozenset(("support", "receipt", "reminder", "news", "alert", "unstated"))
"""Purposes with which an untrue word may be a promise that can be kept, and is no invention."""


def deceit_remedy(automation: AutomationFacts) -> str:
    """What to do about it, in sentences."""
    said = admitted(automation)
    if "evades_bans" in said:
        return _EVADING.format(goes_on(automation) or f"the automation `{automation.id}`")
    if "hides_machine" in said and (end := _end(automation)):
        return end
    if automation.account.model.kind == "persona" and not said.isdisjoint(("hides_machine", "untrue")):
        return _INVENTED if _BESIDE_HIDING.isdisjoint(said) else _INVENTED_CROWD
    told = {
        "hides_machine": _HIDDEN,
        "untrue": _UNFULFILLED if automation.purpose in _GIVES_WORD else _UNTRUE,
        "pretends": _PRETENDING,
        "conceals": _untold(automation),
    }
    return " ".join(remedy for word, remedy in told.items() if word in said) or _SEEN


def _end(automation: AutomationFacts) -> str:
    """Why a hidden program has to stop rather than to say that it is one; empty if it need not."""
    if not _BESIDE_HIDING.isdisjoint(admitted(automation)):
        return _STOP
    if _is_forbidden(automation):
        return _FORBIDDEN
    return _DISGUISED if any(way(step) in _DISGUISES for step in automation.steps) else ""


def _is_forbidden(automation: AutomationFacts) -> bool:
    """Whether the platform or those who keep the place have allowed no program, as the file says."""
    rooms = (room_of(step) for step in automation.steps)
    said = [automation.account.model.approved, *(room.approved for room in rooms if room is not None)]
    return any(approved.get("automation") == "no" for approved in said)


def _untold(automation: AutomationFacts) -> str:
    """Where people can be told; of whom something is kept or handed on, they have to say yes besides."""
    speaks = any(step.verb.speaks for step in automation.steps)
    if (
        not speaks
        and "agreed_to" in automation.model.denied
        and any(step.verb.people_data for step in automation.steps)
    ):
        return _UNTOLD_OF_DATA
    in_text = ["in the text"] if speaks else []
    if automation.event.group == "in_our_room":
        return _UNTOLD.format("where they write")
    if not platform_row(automation.account.platform).has_profiles:
        return _UNTOLD.format("in the text" if speaks else "where they sign up")
    return _UNTOLD.format(" or ".join(["in the profile", *in_text]))
