"""Setups that grow beside automations: in lists, settings, what is accepted, exports, and what is written of it all."""

from collections.abc import Iterable
from itertools import pairwise

from shape_parts import (  # type: ignore[import-not-found]
    ASKS,
    Files,
    Shape,
    account,
    automation,
    n8n_export,
    n8n_node,
    one_file,
    ours,
    telegram_message,
)

_FAULT = "follow: event.user"


def lists(size: int) -> Files:
    """Many lists of people, to each of which one automation writes."""
    described = "".join(f"  list{n}: {{came_by: form, agreed_to: [news], out_by: [link]}}\n" for n in range(size))
    writing = (
        automation(f"a{n}", f"{{event: webhook, named: w{n}}}", [f'dm: {{target: list{n}, text: "News {n}"}}'])
        for n in range(size)
    )
    ((path, text),) = one_file(writing).items()
    return {path: text.replace("automations:\n", f"lists:\n{described}automations:\n", 1)}


def forks(size: int) -> Files:
    """One automation of many groups of steps that are taken or not."""
    steps = (
        f"if: event.post.likes > {n}\n        do:\n          - assign: desk {n}\n"
        f'        else:\n          - reply: "We answer within {n} days."'
        for n in range(size)
    )
    return one_file([automation("a", "mentioned", steps)])


def otherwise(size: int) -> Files:
    """Many automations for a word each, and as many for what none of the others takes."""
    words = (
        automation(f"a{n}", f"{{event: mentioned, contains: [word{n}]}}", [f'reply: "About {n}"']) for n in range(size)
    )
    rest = (automation(f"b{n}", "{event: mentioned, otherwise: true}", [f"log: rest {n}"]) for n in range(size))
    return one_file([*words, *rest])


def otherwise_everywhere(size: int) -> Files:
    """Many accounts, each with an automation for a word and one for what that does not take."""

    def both(n: int) -> str:
        word: str = automation(
            f"a{n}", f"{{event: mentioned, contains: [word{n}]}}", [f'reply: "About {n}"'], f"ours{n}"
        )
        rest: str = automation(f"b{n}", "{event: mentioned, otherwise: true}", ['reply: "Hello"'], f"ours{n}")
        return word + rest

    return one_file(map(both, range(size)), ours(size))


def vars_of_accounts(size: int) -> Files:
    """Many accounts, each with facts of its own, and automations that all of them run."""
    facts = ", ".join(f"fact{each}: v{each}" for each in range(5))
    accounts = (account(f"ours{n}", f", vars: {{{facts}, mine: word {n}}}") for n in range(size))
    names = ", ".join(f"ours{n}" for n in range(size))
    return one_file(
        (
            automation(
                f"a{n}", f"{{event: webhook, named: w{n}}}", [f'post: "{{{{ account.fact{n} }}}}"'], f"[{names}]"
            )
            for n in range(5)
        ),
        accounts,
    )


def _shared(size: int, accounts: Iterable[str]) -> Files:
    names = ", ".join(f"ours{n}" for n in range(size))
    return one_file(
        (
            automation(f"a{n}", f"{{event: mentioned, contains: [word{n}]}}", [f'reply: "Hello, {n}"'], f"[{names}]")
            for n in range(size)
        ),
        accounts,
    )


def shared_by_likes(size: int) -> Files:
    """Many automations that all run on as many accounts, which are alike."""
    return _shared(size, ours(size))


def shared_by_unlikes(size: int) -> Files:
    """The same, where each account has something of its own."""
    return _shared(size, (account(f"ours{n}", f", vars: {{mine: word {n}}}") for n in range(size)))


def suppressions(size: int) -> Files:
    """Many findings, each accepted where it stands."""
    comment = "  # sociable: ignore[auto-follow-back] until=2099-01-31 -- members asked for it"
    return one_file(automation(f"a{n}", "followed", [_FAULT + comment]) for n in range(size))


def accepted_in_settings(size: int) -> Files:
    """Many findings, each accepted by the settings."""
    entries = "".join(
        f'[[suppress]]\nautomation = "a{n}"\nsays = "ignore[auto-follow-back] -- members asked for it"\n'
        for n in range(size)
    )
    return {**one_file(automation(f"a{n}", "followed", [_FAULT]) for n in range(size)), "sociable.toml": entries}


def findings(size: int) -> Files:
    """Many automations with several findings each."""
    return one_file(
        automation(
            f"a{n}",
            f"{{event: account_posted, from: ['@p{n}@x.example']}}",
            [_FAULT, "like: event.post", f'reply: "Buy number {n} now, it is cheap!"'],
        )
        for n in range(size)
    )


def kept(size: int) -> Files:
    """Many findings that a baseline holds."""
    return {**findings(size), "sociable.toml": 'baseline = "sociable-baseline.jsonl"\n'}


def per_path(size: int) -> Files:
    """Many files, and a setting for each."""
    settings = "".join(f'[[per-path]]\nfiles = ["f{n}.yml"]\nignore = ["auto-follow-back"]\n' for n in range(size))
    files = {
        f"f{n}.yml": f"sociable: 1\naccounts:\n{account(f'ours{n}')}automations:\n"
        + automation(f"a{n}", "followed", [_FAULT], f"ours{n}")
        for n in range(size)
    }
    return {**files, "sociable.toml": settings}


def two_states(size: int) -> Files:
    """Two states of a folder, half of whose automations are new."""

    def state(first: int) -> str:
        (text,) = one_file(automation(f"a{n}", "followed", [_FAULT]) for n in range(first, first + size)).values()
        return str(text)

    return {"old/setup.yml": state(0), "new/setup.yml": state(size // 2)}


def n8n_line(size: int) -> Files:
    """One workflow of many nodes in a row."""
    names = ["Message", *(f"Send {n}" for n in range(size))]
    nodes = [n8n_node("Message", "telegramTrigger", ASKS)]
    nodes += [n8n_node(name, "telegram", telegram_message(f"Part {n} of it")) for n, name in enumerate(names[1:])]
    return {"flow.json": n8n_export(nodes, {one: [[other]] for one, other in pairwise(names)})}


def n8n_ways(size: int) -> Files:
    """One workflow that divides in two again and again; one way of each two ends in an answer."""
    nodes = [n8n_node("Message", "telegramTrigger", ASKS)]
    links = {"Message": [["If 0"]]}
    for n in range(size):
        condition = {"value1": "={{ $json.message.text }}", "operation": "contains", "value2": f"word{n}"}
        nodes.append(n8n_node(f"If {n}", "if", {"conditions": {"string": [condition]}}))
        nodes.append(n8n_node(f"Send {n}", "telegram", telegram_message(f"Part {n} of it")))
        links[f"If {n}"] = [[f"Send {n}"], [f"If {n + 1}"] if n + 1 < size else []]
    return {"flow.json": n8n_export(nodes, links)}


def n8n_knots(size: int) -> Files:
    """One workflow that divides in two and comes together again many times."""
    nodes = [n8n_node("Message", "telegramTrigger", ASKS)]
    links = {"Message": [["If 0"]]}
    for n in range(size):
        condition = {"value1": "={{ $json.message.text }}", "operation": "contains", "value2": f"word{n}"}
        nodes.append(n8n_node(f"If {n}", "if", {"conditions": {"string": [condition]}}))
        for way in "ab":
            nodes.append(n8n_node(f"Send {n}{way}", "telegram", telegram_message(f"Part {n} of it")))
            links[f"Send {n}{way}"] = [[f"If {n + 1}"]] if n + 1 < size else [[]]
        links[f"If {n}"] = [[f"Send {n}a"], [f"Send {n}b"]]
    return {"flow.json": n8n_export(nodes, links)}


def companions(size: int) -> Files:
    """Many exports, and one file that says of each whose account it is."""
    flows = {
        f"exports/flow{n}.json": n8n_export(
            [
                n8n_node("Message", "telegramTrigger", ASKS),
                n8n_node(f"Send {n}", "telegram", telegram_message(f"Part {n} of it")),
            ],
            {"Message": [[f"Send {n}"]]},
        )
        for n in range(size)
    }
    accounts = "".join(account(f"ours{n}").replace("mastodon", "telegram") for n in range(size))
    imports = "".join(f"  - files: exports/flow{n}.json\n    accounts: {{telegram: ours{n}}}\n" for n in range(size))
    return {**flows, "companion.yml": f"sociable: 1\naccounts:\n{accounts}imports:\n{imports}"}


_BASELINE = (("baseline", "create", "."),)

MORE_SHAPES = {
    "lists": Shape(lists, 500),
    "forks": Shape(forks, 500),
    "otherwise": Shape(otherwise, 200),
    "otherwise-everywhere": Shape(otherwise_everywhere, 200),
    "vars-of-accounts": Shape(vars_of_accounts, 200),
    "shared-by-likes": Shape(shared_by_likes, 25),
    "shared-by-unlikes": Shape(shared_by_unlikes, 25),
    "suppressions": Shape(suppressions, 500),
    "accepted-in-settings": Shape(accepted_in_settings, 200, most=1200),
    "kept": Shape(kept, 500, before=_BASELINE),
    "per-path": Shape(per_path, 50),
    "two-states": Shape(two_states, 500, ("old", "new"), "diff"),
    "n8n-line": Shape(n8n_line, 250),
    "n8n-ways": Shape(n8n_ways, 250),
    "n8n-knots": Shape(n8n_knots, 125),
    "companions": Shape(companions, 50),
    "findings-json": Shape(findings, 300, ("--format", "json", ".")),
    "findings-markdown": Shape(findings, 300, ("--format", "markdown", ".")),
    "findings-sarif": Shape(findings, 300, ("--format", "sarif", ".")),
    "findings-github": Shape(findings, 300, ("--format", "github", ".")),
    "report": Shape(findings, 300, (".",), "report"),
    "report-markdown": Shape(findings, 300, ("--format", "markdown", "."), "report"),
    "picture": Shape(findings, 300, (".",), "graph"),
}
