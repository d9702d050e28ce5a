"""What accounts, automations and rules are called in a report."""

import re
from collections.abc import Mapping

from sociable.client_report.wording.frame import Frame
from sociable.drawing.phrases import account_title
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.findings.problem import PAGELESS_RULES
from sociable.rulebook.page_files import PageRule
from sociable.setup.handles import spoken_handle
from sociable.setup.model import Automation
from sociable.vocabulary.platforms import PLATFORMS

_NAMED_BY_TOOL = re.compile(r" \(\w+(?:Api|OAuth\d?) account\)")
"""A name that a tool makes up for what nobody has named: it tells no reader anything."""

_KEPT_BY_TOOL = re.compile(r" \((\w+?)(?:OAuth\d?)?(?:Api)? [Cc]redentials?\)")
"""Such a name of which no more tells a reader anything than the service that it is for."""


def account_name(account: AccountFacts, frame: Frame) -> str:
    """An account as people know it; one to which a tool gives no name by where it is, and what the tool calls it.

    A name that is no handle may be that of the whole firm, so it stands with the platform. What a file alone calls an
    account is set off from the words around it.
    """
    platform, called = PLATFORMS.get(account.platform), account.id.removeprefix(account.platform)
    if platform is not None and _is_a_proper_name(account.model.handle) and not account.has_namesake:
        return frame.say("page", "account_named", name=account.model.handle, platform=platform.title)
    if account.known and not account.model.handle and not account.model.origin.importer:
        return frame.say("page", "account_by_id", id=account.id)
    if account.model.handle:
        return account.shown
    if not account.model.origin.importer or platform is None or called[:2] not in ("", " ("):
        return account_title(account)
    key = "account_elsewhere" if platform.title.startswith(_WITH_ARTICLE) else "account_on"
    return frame.say("page", key, platform=platform.title) + _for_readers(called, platform.name)


_WITH_ARTICLE = ("a ", "another ")
"""How platforms are called that are none by name: ``a website``."""


def _for_readers(called: str, platform: str) -> str:
    """What a tool calls an account, as far as that says more than where it is."""
    if kept := _KEPT_BY_TOOL.fullmatch(called):
        return "" if kept[1].casefold() == platform else f" ({re.sub(_HUMP, ' ', kept[1])})"
    return _NAMED_BY_TOOL.sub("", called, count=1) if _NAMED_BY_TOOL.match(called) else called


_HUMP = r"(?<=[a-z])(?=[A-Z])"
"""Where a word begins in the middle of a name: ``microsoftOutlook``."""


def _is_a_proper_name(handle: str) -> bool:
    """``Fernhill Garden Centre``; no ``@fernhill``, ``u/fernhill``, ``fernhill.example`` or number of a telephone."""
    return (handle[:1].isupper() or " " in handle) and spoken_handle(handle) != handle


def title(thing: AccountFacts | AutomationFacts, frame: Frame) -> str:
    """An account by its handle, an automation by its title or id and the account it runs on."""
    if isinstance(thing, AccountFacts):
        return account_name(thing, frame)
    return frame.say("page", "on", automation=automation_title(thing), account=account_name(thing.account, frame))


def quoted(thing: AccountFacts | AutomationFacts, frame: Frame) -> str:
    """The same within a sentence, from whose words the name of an automation has to be told."""
    if isinstance(thing, AccountFacts):
        return account_name(thing, frame)
    name = automation_title(thing)
    return frame.say("page", "quoted_on", automation=name, account=account_name(thing.account, frame))


def called(rule: str, pages: Mapping[str, PageRule]) -> str:
    """A rule by its title; what has no page by what it means, and what is not known by its name."""
    return pages[rule].title if rule in pages else PAGELESS_RULES.get(rule, rule).rstrip(".")


def automation_title(automation: AutomationFacts) -> str:
    return title_of_model(automation.model)


def title_of_model(automation: Automation) -> str:
    """What an automation is called, also one that is switched off and of which nothing is worked out."""
    return automation.title or automation.id.name
