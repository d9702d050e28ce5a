"""Exports and configurations of other tools that grow in one direction each."""

import json

from shape_parts import ASKS, Files, Node, Shape, n8n_export, n8n_node, n8n_workflow, telegram_message  # type: ignore[import-not-found]


def matterbridge_hub(size: int) -> Files:
    """One gateway that joins many channels."""
    ends = "".join(f'[[gateway.inout]]\naccount = "discord.club"\nchannel = "room{n}"\n' for n in range(size))
    return {"bridge.toml": f'[discord.club]\nServer = "club"\n[[gateway]]\nname = "all"\nenable = true\n{ends}'}


def matterbridge_accounts(size: int) -> Files:
    """One gateway that joins a channel each of many accounts."""
    accounts = "".join(f'[telegram.bot{n}]\nToken = "token"\n' for n in range(size))
    ends = "".join(f'[[gateway.inout]]\naccount = "telegram.bot{n}"\nchannel = "room{n}"\n' for n in range(size))
    return {"bridge.toml": f'{accounts}[[gateway]]\nname = "all"\nenable = true\n{ends}'}


def matterbridge_pairs(size: int) -> Files:
    """Many gateways that join two channels each, as a chain."""
    gateways = "".join(
        f'[[gateway]]\nname = "g{n}"\nenable = true\n'
        + "".join(
            f'[[gateway.inout]]\naccount = "discord.{bot}"\nchannel = "room{room}"\n'
            for bot, room in ((f"bot{n % 2}", n), (f"bot{n % 2}", n + 1))
        )
        for n in range(size)
    )
    return {"bridge.toml": '[discord.bot0]\nServer = "club"\n[discord.bot1]\nServer = "club"\n' + gateways}


def matterbridge_same(size: int) -> Files:
    """A gateway between all channels of the same name of three accounts."""
    channels = ", ".join(f'"room{n}"' for n in range(size))
    return {
        "bridge.toml": '[[samechannelgateway]]\nname = "same"\nenable = true\n'
        f'accounts = ["discord.club", "slack.club", "irc.club"]\nchannels = [{channels}]\n'
    }


def _setting(text: str) -> dict[str, object]:
    values: object = {"string": [{"name": "text", "value": text}]}
    return {"values": values}


def n8n_wide(size: int) -> Files:
    """One workflow whose message goes many ways, which all meet again and end in an answer."""
    names = [f"Make {n}" for n in range(size)]
    nodes = [n8n_node("Message", "telegramTrigger", ASKS), n8n_node("Merge", "merge", {})]
    nodes += [n8n_node(name, "set", _setting(name)) for name in names]
    nodes.append(n8n_node("Send", "telegram", telegram_message("={{ $json.text }}")))
    links = {"Message": [names], **{name: [["Merge"]] for name in names}, "Merge": [["Send"]]}
    return {"flow.json": n8n_export(nodes, links)}


def n8n_fan(size: int) -> Files:
    """One workflow whose message goes many ways, each of which ends in an answer and then in the same last one."""
    names = [f"Send {n}" for n in range(size)]
    nodes = [
        n8n_node("Message", "telegramTrigger", ASKS),
        *(n8n_node(name, "telegram", telegram_message(name)) for name in names),
    ]
    nodes.append(n8n_node("Last", "telegram", telegram_message("Bye")))
    links = {"Message": [names], **{name: [["Last"]] for name in names}}
    return {"flow.json": n8n_export(nodes, links)}


def n8n_conditions(size: int) -> Files:
    """One workflow of many conditions in a row, each of which has an answer of its own and leads to the next if not."""
    nodes, links = [n8n_node("Message", "telegramTrigger", ASKS)], {"Message": [["If 0"]]}
    for n in range(size):
        test: Node = {
            "value1": "={{ $('Message').item.json.message.text }}",
            "operation": "contains",
            "value2": f"word {n}",
        }
        nodes += [
            n8n_node(f"If {n}", "if", {"conditions": {"string": [test]}}),
            n8n_node(f"Send {n}", "telegram", telegram_message(f"Answer {n}")),
        ]
        links[f"If {n}"] = [[f"Send {n}"], [f"If {n + 1}"] if n + 1 < size else []]
    return {"flow.json": n8n_export(nodes, links)}


def n8n_triggers(size: int) -> Files:
    """One workflow that many messages start, each from another bot, all answered by the same ten nodes."""
    starts = [f"Message {n}" for n in range(size)]
    sends = [f"Send {n}" for n in range(10)]
    nodes = [
        {**n8n_node(name, "telegramTrigger", ASKS), "credentials": {"telegramApi": {"id": name, "name": f"Bot {name}"}}}
        for name in starts
    ]
    nodes += [n8n_node(name, "telegram", {"chatId": "={{ $json.message.chat.id }}", "text": name}) for name in sends]
    return {"flow.json": n8n_export(nodes, {name: [sends] for name in starts})}


def _calls(name: str, called: list[str]) -> object:
    nodes = [n8n_node("Called", "executeWorkflowTrigger", {})]
    for each in called:
        workflow: object = {"__rl": True, "mode": "list", "value": each}
        nodes.append(n8n_node(f"Run {each}", "executeWorkflow", {"workflowId": workflow}))
    nodes.append(n8n_node("Send", "telegram", {"chatId": "={{ $json.chat }}", "text": f"From {name}"}))
    return n8n_workflow(f"Flow {name}", nodes, {"Called": [["Send", *(f"Run {each}" for each in called)]]}, id=name)


def n8n_called(size: int) -> Files:
    """One workflow that runs each of many others, all in one file."""
    top = _calls("top", [f"sub{n}" for n in range(size)])
    top["nodes"][0] = n8n_node("Called", "telegramTrigger", ASKS)  # type: ignore[index]
    return {"flows.json": json.dumps([top, *(_calls(f"sub{n}", []) for n in range(size))], indent=1)}


def n8n_calling(size: int) -> Files:
    """Many workflows, each of which runs the next one, in a file each."""
    return {f"f{n}.json": json.dumps(_calls(f"sub{n}", [f"sub{(n + 1) % size}"]), indent=1) for n in range(size)}


def n8n_started(size: int) -> Files:
    """Many workflows that start by themselves as well, each of which runs the next one, in a file each."""
    files = {}
    for n in range(size):
        each = _calls(f"sub{n}", [f"sub{(n + 1) % size}"])
        each["nodes"].append(n8n_node("Asked", "telegramTrigger", ASKS))  # type: ignore[index]
        each["connections"]["Asked"] = each["connections"]["Called"]  # type: ignore[index]
        files[f"f{n}.json"] = json.dumps(each, indent=1)
    return files


def n8n_called_by_all(size: int) -> Files:
    """Many workflows that all run the same one, in one file."""
    starts = []
    for n in range(size):
        each = _calls(f"top{n}", ["shared"])
        each["nodes"][0] = n8n_node("Called", "telegramTrigger", ASKS)  # type: ignore[index]
        starts.append(each)
    return {"flows.json": json.dumps([*starts, _calls("shared", [])], indent=1)}


def _module(number: int, module: str, mapper: dict[str, object], **more: object) -> dict[str, object]:
    return {"id": number, "module": module, "version": 1, "parameters": {}, "mapper": mapper, **more}


def _answer(number: int) -> dict[str, object]:
    return _module(number, "telegram:SendReplyMessage", {"chatId": "{{1.message.chat.id}}", "text": f"Part {number}"})


def make_line(size: int) -> Files:
    """One scenario of many modules in a row."""
    flow = [_module(1, "telegram:WatchUpdates", {}), *(_answer(n + 2) for n in range(size))]
    return {"scenario.json": json.dumps({"name": "Bot", "flow": flow, "metadata": {"version": 1}}, indent=1)}


def make_routes(size: int) -> Files:
    """One scenario that takes one of many ways, each under a condition."""

    def route(n: int) -> dict[str, object]:
        condition = [[{"a": "{{1.message.text}}", "b": f"word{n}", "o": "text:contain"}]]
        return {"flow": [{**_answer(n + 3), "filter": {"name": f"Way {n}", "conditions": condition}}]}

    router = _module(2, "builtin:BasicRouter", {}, routes=[route(n) for n in range(size)])
    flow = [_module(1, "telegram:WatchUpdates", {}), router]
    return {"scenario.json": json.dumps({"name": "Bot", "flow": flow, "metadata": {"version": 1}}, indent=1)}


def calendar(size: int) -> Files:
    """A calendar of many posts, two networks each."""
    rows = "".join(
        f"2027-{n % 12 + 1:02}-{n % 28 + 1:02} {n % 24:02}:{n % 60:02},{('X', 'Facebook')[n % 2]},@c{n % 7},Post {n}\n"
        for n in range(size)
    )
    return {"plan.csv": f"Date,Network,Profile,Text\n{rows}"}


def moderating(size: int) -> Files:
    """Many rules of a moderator."""
    rules = "---\n".join(
        f'type: any\nbody+title (includes): ["word{n}"]\naction: remove\ncomment: "Removed, number {n}"\n'
        for n in range(size)
    )
    return {"rules.yml": rules}


def jobs(size: int) -> Files:
    """A workflow of many jobs, each of which answers."""
    each = "".join(
        f"  job{n}:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: peter-evans/create-or-update-comment@v4\n"
        f'        with: {{issue-number: "${{{{ github.event.issue.number }}}}", body: "Number {n}"}}\n'
        for n in range(size)
    )
    return {"flow.yml": f"name: Triage\non: [issues]\njobs:\n{each}"}


def companion_of_one(size: int) -> Files:
    """One export of many nodes, and a companion that says who looks at each of them and whose list each is."""
    names = [f"Send {n}" for n in range(size)]
    nodes = [
        n8n_node("Message", "telegramTrigger", ASKS),
        *(n8n_node(name, "telegram", telegram_message(name)) for name in names),
    ]
    links = {one: [[other]] for one, other in zip(["Message", *names], names, strict=False)}
    approved = "".join(f"      {name}: desk {n}\n" for n, name in enumerate(names))
    companion = f"sociable: 1\nimports:\n  - files: flow.json\n    approved:\n{approved}"
    return {"flow.json": n8n_export(nodes, links), "companion.yml": companion}


TOOL_SHAPES = {
    "matterbridge-hub": Shape(matterbridge_hub, 100),
    "matterbridge-bots": Shape(matterbridge_accounts, 100),
    "matterbridge-pairs": Shape(matterbridge_pairs, 100),
    "matterbridge-same": Shape(matterbridge_same, 100),
    "n8n-wide": Shape(n8n_wide, 125),
    "n8n-fan": Shape(n8n_fan, 125),
    "n8n-conditions": Shape(n8n_conditions, 125),
    "n8n-triggers": Shape(n8n_triggers, 50),
    "n8n-called": Shape(n8n_called, 50),
    "n8n-calling": Shape(n8n_calling, 50),
    "n8n-started": Shape(n8n_started, 50),
    "n8n-called-by-all": Shape(n8n_called_by_all, 50),
    "make-line": Shape(make_line, 125),
    "make-routes": Shape(make_routes, 125),
    "calendar": Shape(calendar, 500),
    "moderating": Shape(moderating, 250),
    "jobs": Shape(jobs, 125),
    "companion-of-one": Shape(companion_of_one, 125),
}
