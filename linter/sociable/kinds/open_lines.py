"""What to write where files leave something open, in words; first where, if the files are those of another tool."""

from collections.abc import Sequence

from sociable.facts.facts import StepFacts
from sociable.facts.open_facts import OPEN, OpenFact, OpenFacts, asked_who_runs_it, written_down
from sociable.text.wording import first_few, listed
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import UNSTATED


def open_lines(open_facts: OpenFacts) -> str:
    """What to write, in words; first where, if the files are those of another tool, as it can be copied."""
    of_account = [what for what in open_facts.whats if what not in ("agreed_to", "allowed_by")]
    lines = [_line(what, open_facts) for what in of_account]
    imported = [each for each in open_facts.facts if each.account.model.origin.importer]
    is_of_one = len({each.account.id for each in open_facts.facts}) == 1
    where = "under its account, " if is_of_one else "under each account, "
    parts = [f"{'' if imported else where}{'; '.join(lines)}"] if lines else []
    parts += [_ALLOWED] if "allowed_by" in open_facts.whats else []
    parts += [_agreement(each.step) for each in open_facts.facts if each.what == "agreed_to"][:1]
    return f"{_companion(imported) if imported else ''}{'; '.join(parts)}"


_ALLOWED = (
    "under `places:`, at the room, `allowed_by:` with whoever agreed to it there, or `approved: {automation: false}` "
    "if nobody did"
)


def _line(what: str, open_facts: OpenFacts) -> str:
    line = OPEN[what].line.format(approval=_approval(open_facts) if what == "approved" else "")
    return line.replace(" if the profile says so", f" if the profile says so{_then(what, open_facts)}")


def _then(what: str, open_facts: OpenFacts) -> str:
    """What is asked as well once that is answered: of an account whose profile says what it is, who runs it."""
    of_these = [each.account for each in open_facts.facts if each.what == what == "automated_label"]
    if not any(each.model.operator == UNSTATED and any(asked_who_runs_it(each)) for each in of_these):
        return ""
    return f" (then also {OPEN['operator'].line} that runs it)".replace("that person", "the person")


def _approval(open_facts: OpenFacts) -> str:
    """How a file says that a platform has approved it, and where it says something else, that this is not it."""
    open_here = [each for each in open_facts.facts if each.what == "approved"]
    rows = dict.fromkeys(platform_row(each.account.platform) for each in open_here)
    ways = [f"`approved: {{{row.approves}: true}}`{f' on {row.title}' if len(rows) > 1 else ''}" for row in rows]
    something_else = any(each.account.model.approved for each in open_here)
    ours = [each.step.automation for each in open_here if not each.account.model.origin.importer]
    by_hand = [f"`{each.id}`" for each in ours if each.event.by_hand]
    publishing = all(row.approves == "publishing" for row in rows)
    return (
        f"{listed(ways)} if the platform has approved the program{' for publishing' if publishing else ''}"
        f"{' (what stands there is about something else)' if something_else else ''}, "
        "the same with `asked` if it has not answered yet, or with `false` if it refused or nobody asked"
        f"{f'; or `via: platform` in {first_few(by_hand)}, if a person works by hand there' if by_hand else ''}"
    )


def _companion(facts: Sequence[OpenFact]) -> str:
    """The file beside exports, line by line, in which the first account has a place for what is open of it."""
    from json import dumps  # only for exports

    account = facts[0].account
    row = platform_row(account.platform)
    here = [each for each in facts if each.account is account]
    keys = [f"platform: {row.name}", *(OPEN[each.what].sample.replace("%s", row.approves) for each in here)]
    tables = [name for each in here if each.what == "agreed_to" and (name := written_down(each.step))]
    stated = {"accounts": {account.model.origin.called: "ours"}, "lists": dict.fromkeys(tables[:1], "people")}
    lines = [
        "`sociable: 1`",
        f"`accounts: {{ours: {{{', '.join(filter(None, keys))}}}}}`",
        *(["`lists: {people: {agreed_to: …}}`"] if tables else []),
        f"`imports: [{dumps({key: said for key, said in stated.items() if said}, ensure_ascii=False)}]`",
    ]
    more = "; so for each other account" if len({id(each.account) for each in facts}) > 1 else ""
    return f"in a companion file beside the export, the lines {listed(lines)}{more}. What may stand there: "


_LOST = " or if nobody can find out (then stop writing to them)"


def _agreement(step: StepFacts) -> str:
    """How a file says what the people agreed to, to whom a step writes."""
    name = written_down(step)
    if step.account.model.origin.importer:
        unsayable = (
            "what people agreed to who are on no list, no such file can say: `sociable import` writes one that can"
        )
        of_list = f"`agreed_to:` with what these people agreed to, or with `none` if they did not{_LOST}"
        return of_list if name else unsayable
    if not name:
        return f"beside `when:`, what people agreed to (`agreed_to:`), or `agreed_to: none` if they did not{_LOST}"
    return (
        f"beside `accounts:`, `lists: {{{name}: {{agreed_to: …}}}}` with what these people agreed to, or with `none` "
        f"if they did not{_LOST}"
    )
