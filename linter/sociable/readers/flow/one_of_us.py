"""Whether whoever hears an answer works with the flow: what they order, what they are shown, who they are."""

import re
from collections.abc import Set

from sociable.readers.flow.audience import is_looked_up
from sociable.readers.flow.flow_guards import held_before
from sociable.readers.flow.listed import lists_staff
from sociable.readers.flow.run import TOOL_OUTPUT, Run
from sociable.vocabulary.platforms import platform_row

_ADDRESS = frozenset(("url", "shorturl", "link", "weburl"))
"""Keys under which a service says where something lies that it has just put down."""

_PERSONAL = re.compile(
    r"(?<!\w)personal\s(?:(?:AI|digital|virtual|executive|productivity|finance|financial|expense|chatbot)\s){0,2}assistant(?!\w)"
    r"|persönliche[rn]?\s(?:KI-?)?assistent|assistant(?:e)?\spersonnel|asistente\spersonal|assistente\spessoal",
    re.IGNORECASE,
)
"""What a prompt calls a model that serves one person."""

_OUR_TOOL = re.compile(
    r"(?<!\w)(?:google[ _-]?(?:sheet|drive)|airtable|notion|nocodb|baserow|supabase|todoist|trello|clickup)(?!\w{2})",
    re.IGNORECASE,
)
"""Names of tools in which people keep what is theirs."""

_TO_US = re.compile(
    r"(?<!\w)(?:messages?|notifications?|alerts?|summary|summaries|reports?|reminders?|updates?)\s(?:to|for)\s(?:the\s|our\s|my\s)?"
    r"(?:(?:meeting|business|shop|store|site|event|support|sales)\s)?"
    r"(?:host|owner|organi[sz]er|admin|administrator|manager|staff|team)(?![\w'\u2019])",
    re.IGNORECASE,
)
"""How a prompt says for whom a message is, if that is one of us."""

_NO_LETTER = re.compile(r"[^a-z]")


def hears_as_one_of_us(run: Run, node: int, event: str, ordered: Set[str]) -> bool:
    """Whether an answer is for somebody who works with the flow, as what they order or are shown tells."""
    if _is_a_bot_of_ones_own(run, node, event) or _is_written_to_us(run, node):
        return True
    if run.parts[run.trigger].event == "chatted":
        return _reads_our_mail(run, _written_by_models(run, node))
    if run.parts[run.trigger].event != "messaged":
        return False
    if any(lists_staff(run.parts[each]) and is_looked_up(run, each, event) for each in run.before(node, "read")):
        return True
    shows = (_shows_its_draft, _shows_what_is_ours, _names_what_is_ours, _only_says_that_it_is_done)
    return _gives_orders(run, node, ordered) or any(each(run, node) for each in shows)


def _is_a_bot_of_ones_own(run: Run, node: int, event: str) -> bool:
    """Whether a bot, page or number answers nobody but one person whom the flow names: who made it for themselves."""
    part = run.parts[node]
    platform = platform_row(part.platform)
    is_bot = platform.by_number or platform.reached_as != ""
    is_own = is_bot and (platform.no_interface or not part.via)  # by a way that reaches many, the list of numbers grows
    return is_own and event == run.parts[run.trigger].event and bool(held_before(run, node, event).only_from)


def _is_written_to_us(run: Run, node: int) -> bool:
    """Whether a model is told to write to one of us, and the address of the message is none of somebody else."""
    to = run.parts[node].to
    written = to is not None and to.fixed is not None
    return written and any(run.parts[model].to_us for model in _written_by_models(run, node))


def _names_what_is_ours(run: Run, node: int) -> bool:
    """Whether an answer says by its name in which tool of ours the flow has put something: nobody else works there."""
    text = run.parts[node].text
    words = (part for part in text.parts if isinstance(part, str)) if text is not None else ()
    named = (_NO_LETTER.sub("", found[0].casefold()) for part in words for found in _OUR_TOOL.finditer(part))
    kinds = [_NO_LETTER.sub("", kind) for kind in run.types] if text is not None else ()
    return any(tool in kind for tool in named for kind in kinds)


def _gives_orders(run: Run, node: int, ordered: Set[str]) -> bool:
    """Whether who wrote to the flow is one of us: what they write is published, and they hear what came of it.

    Of an answer that is given where nothing is published, as in another branch, that is not said, unless another branch
    publishes on another platform: nobody lets others do that. Where another trigger on the same platform publishes
    (``ordered``), one that never does asks and shows what is to come.
    """
    trigger = run.parts[run.trigger]
    if not run.publishing:
        return trigger.platform in ordered
    if any(run.parts[post].platform != trigger.platform for post in run.publishing):
        return True
    taken = dict(run.outputs(node))
    return any(
        all(taken.get(branch, output) == output for branch, output in run.outputs(post)) for post in run.publishing
    )


def _only_says_that_it_is_done(run: Run, node: int) -> bool:
    """Whether an answer shows nothing of those that a scraper was sent to look for, who are kept in a table."""
    part = run.parts[node]
    is_bare = part.text is not None and part.text.fixed is not None and not part.beside
    looks = (run.parts[each] for each in run.before(node, "fetch")) if is_bare and run.written else ()
    return any(look.crowd == "found" and look.via for look in looks)


def _shows_its_draft(run: Run, node: int) -> bool:
    """Whether an answer shows the very text of which the flow makes a draft of ours: only one of us is shown that."""
    if not run.drafts:
        return False
    shown = _written_by_models(run, node)
    return any(not shown.isdisjoint(_written_by_models(run, each)) for each in run.drafts)


def _shows_what_is_ours(run: Run, node: int) -> bool:
    """Whether an answer in a chat rests on what only our own people may see, and so is for one of them.

    That is where a page or task of ours lies, our mail, which the model that answers may read, or what that says as the
    assistant of one person.
    """
    text = run.parts[node].text
    for ref in text.refs if text is not None else ():
        is_address = bool(ref.path) and ref.path[-1].casefold() in _ADDRESS
        if is_address and any(run.parts[each].ours for each in run.provenance.makers(ref, node)):
            return True
    models = _written_by_models(run, node)
    return any(run.parts[model].ours for model in models) or _reads_our_mail(run, models)


def _reads_our_mail(run: Run, models: Set[int]) -> bool:
    """Whether models may read our mail, or those that wrote what they are given: nobody shows that to strangers."""
    told = {each for model in models for each in _written_by_models(run, model)} | models
    tools = (tool for model in told for tool in _tools_of(run, model))
    return any(run.parts[tool].ours and run.parts[tool].platform == "email" for tool in tools)


def writes_to_us(prompt: str) -> bool:
    """Whether a prompt has a model write to one of us."""
    return _TO_US.search(prompt) is not None


def serves_one(prompt: str) -> bool:
    """Whether a prompt makes a model the assistant of one person, who alone speaks with it."""
    return _PERSONAL.search(prompt) is not None


def _tools_of(run: Run, model: int) -> set[int]:
    """What a model may use as it likes, and what those tools may use that are models themselves."""
    found: set[int] = set()
    todo = [model]
    while todo:
        tools = {edge.target for edge in run.flow.out[todo.pop()] if edge.output == TOOL_OUTPUT} - found
        found |= tools
        todo += tools
    return found


def _written_by_models(run: Run, node: int) -> set[int]:
    sources = run.provenance.sources(run.parts[node].text, node)
    return {source.node for source in sources if source.kind == "ai"}
