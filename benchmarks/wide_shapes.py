"""Setups of many things of other sorts than automations: clients, places, people, links, dates, files."""

from shape_parts import PLAIN, Files, Shape, account, automation, one_file, ours  # type: ignore[import-not-found]


def clients(size: int) -> Files:
    """Many accounts, each for another client, which answer and pass on a feed."""
    accounts = (account(f"ours{n}", f", client: Client {n}, pause: somebody {n}") for n in range(size))
    does = (
        automation(f"a{n}", "mentioned", [f'reply: "Client {n} will answer"'], f"ours{n}")
        + automation(
            f"b{n}",
            f"{{event: feed_item, feed: https://c{n}.example/feed}}",
            ['post: "{{ event.item.title }}"'],
            f"ours{n}",
        )
        for n in range(size)
    )
    return one_file(does, accounts)


def client_files(size: int) -> Files:
    """A file for each of many clients, who follow back, say who left and have accepted one of both."""
    return {
        f"client{n}/setup.yml": one_file(
            [
                automation(f"f{n}", "followed", ["follow: event.user"], f"ours{n}")
                + "    # sociable: ignore-next[unfollow-shaming] -- agreed until spring\n",
                automation(f"g{n}", "unfollowed", ['post: "{{ event.user.handle }} left"'], f"ours{n}"),
            ],
            (account(f"{name}{n}", f", client: Client {n}") for name in ("ours", "idle")),
        )["setup.yml"]
        for n in range(size)
    }


def places(size: int) -> Files:
    """Many places, in each of which something is answered, and one message to all of them."""
    rooms = "".join(f"  room{n}: {{members: {n + 2}, open: true, allowed_by: keeper {n}}}\n" for n in range(size))
    answers = (
        automation(f"a{n}", f"{{event: joined, in: room{n}}}", [f'post: {{in: room{n}, text: "Welcome to {n}"}}'])
        for n in range(size)
    )
    everywhere = automation(
        "all", "webhook", [f'post: {{in: [{", ".join(f"room{n}" for n in range(size))}], text: "News"}}']
    )
    ((path, text),) = one_file([*answers, everywhere]).items()
    return {path: text.replace("accounts:\n", f"places:\n{rooms}accounts:\n", 1)}


_ROLES = ("followers", "members", "moderators", "customers", "following", "non_followers", "staff", "strangers")


def roles(size: int) -> Files:
    """Many automations, each for some roles and not for others, which act on sets of people."""
    return one_file(
        automation(
            f"a{n}",
            "mentioned",
            [f'dm: {{target: followers_of("@p{n}"), text: "Hello {n}"}}', f"like: {_ROLES[n % 8]}", "follow: writers"],
            more=f"only_from: [{_ROLES[n % 8]}, {_ROLES[n % 7]}]\n    ignore: [bots, {_ROLES[(n + 1) % 8]}]",
        )
        for n in range(size)
    )


def deep_else(size: int) -> Files:
    """Many automations of steps that are taken or not, ten within each other."""

    def nested(n: int, depth: int) -> str:
        if depth == 10:
            return f'{{reply: "Way {n}"}}'
        return f"{{if: event.post.likes > {n + depth}, do: [{{assign: desk {depth}}}], else: [{nested(n, depth + 1)}]}}"

    return one_file(
        automation(f"a{n}", f"{{event: mentioned, contains: [word{n}]}}", [nested(n, 0)]) for n in range(size)
    )


def until_days(size: int) -> Files:
    """Many schedules, each with a last day and hours of its own."""
    return one_file(
        automation(
            f"a{n}",
            f'{{event: schedule, every: day, at: "{n % 24:02}:{n % 60:02}", timezone: Europe/London}}',
            [f'post: "Number {n}"', f'wait: {{until: "{(n + 3) % 24:02}:30"}}', f'post: "Number {n} again"'],
            more=f"until: {2027 + n % 50}-{n % 12 + 1:02}-{n % 28 + 1:02}\n"
            f'    during: {{days: monday-friday, hours: "9:00-17:{n % 60:02}"}}',
        )
        for n in range(size)
    )


def one_feed(size: int) -> Files:
    """One feed that each of many accounts passes on."""
    return one_file(
        (
            automation(
                f"a{n}",
                "{event: feed_item, feed: https://news.example/feed}",
                [f'post: "{{{{ event.item.title }}}} {n}"'],
                f"ours{n}",
            )
            for n in range(size)
        ),
        ours(size),
    )


def links(size: int) -> Files:
    """One text of many links."""
    addresses = " ".join(f"https://c{n}.example/page/{n}?from=feed" for n in range(size))
    return one_file([automation("a", "webhook", [f'post: "{addresses}"'])])


def linked_texts(size: int) -> Files:
    """Many texts of twenty links each, which are written to one person after the other."""
    return one_file(
        automation(
            f"a{n}",
            f"{{event: messaged, contains: [word{n}]}}",
            [f'dm: "{" ".join(f"https://c{n}.example/{each}" for each in range(20))}"'],
        )
        for n in range(size)
    )


def handles(size: int) -> Files:
    """Ten automations, each for as many people by name, some of whom are in several."""

    def people(first: int) -> str:
        return ", ".join(f'"@p{n}@x.example"' for n in range(first, first + size))

    return one_file(
        automation(
            f"a{each}",
            "mentioned",
            [f'reply: "Hello from {each}"'],
            more=f"only_from: [{people(each)}]",
        )
        for each in range(10)
    )


def a_file_each(size: int) -> Files:
    """Many files with an account each, which passes on what that of the next file says."""
    return {
        f"f{n}.yml": f"sociable: 1\naccounts:\n{account(f'ours{n}')}automations:\n"
        + automation(
            f"a{n}", f"{{event: account_posted, from: [ours{(n + 1) % size}]}}", ["repost: event.post"], f"ours{n}"
        )
        + automation(f"b{n}", "mentioned", [f'reply: "File {n} thanks you"'], f"ours{n}")
        for n in range(size)
    }


def names_for_things(size: int) -> Files:
    """One automation of many posts, each of which is pinned and deleted again by its name."""
    steps = (
        step
        for n in range(size)
        for step in (f'{{post: "Notice {n}", as: thing{n}}}', f"pin: thing{n}", f"delete: thing{n}")
    )
    return one_file([automation("a", "webhook", steps)])


def tables(size: int) -> Files:
    """Many automations that go through a table each."""
    return one_file(
        automation(
            f"a{n}",
            "{event: schedule, every: day, at: '08:00'}",
            [
                f"""fetch: {{row{n}: 'rows("table {n}")'}}""",
                f'{{dm: {{target: row{n}, text: "Dear {{{{ row{n}.name }}}}: {n}"}}, if: row{n}.due_on <= 1 day}}',
            ],
        )
        for n in range(size)
    )


def stop_words(size: int) -> Files:
    """One automation that many words stop, and that many words start."""
    words = ", ".join(f"word{n}" for n in range(size))
    return one_file(
        [
            automation("a", f"{{event: messaged, contains: [{words}]}}", ['dm: "Yes"'], more=f"stop_on: [{words}]"),
            automation("b", f"{{event: messaged, contains: [{words}]}}", ['dm: "No"'], more=f"stop_on: [{words}]"),
        ]
    )


def posts_of_one(size: int) -> Files:
    """Many posts of one account on its feed, and accounts that pass each of them on to a person in their room."""
    return one_file(
        automation(f"a{n}", f"{{event: posted, contains: [word{n}]}}", [f'comment: "More on {n}"', "pin: event.post"])
        + automation(f"b{n}", f"{{event: webhook, named: w{n}}}", [f'post: "About word{n} today"'])
        for n in range(size)
    )


def several_accounts_many_limits(size: int) -> Files:
    """Many accounts with a limit each, and automations with another, that write to the same lists."""
    lists = "lists:\n" + "".join(f"  list{n}: {{came_by: scraped}}\n" for n in range(20))
    accounts = (f"  ours{n}: {{handle: '@ours{n}@our.example', {PLAIN}}}\n" for n in range(size))
    does = (
        automation(
            f"a{n}",
            "{event: schedule, every: 1 hour}",
            [f'dm: {{target: list{n % 20}, text: "Offer {n}"}}'],
            f"ours{n}",
            f"purpose: promotion\n    limit: {n % 30 + 1} per hour",
        )
        for n in range(size)
    )
    ((path, text),) = one_file(does, accounts).items()
    return {path: text.replace("accounts:\n", f"{lists}accounts:\n", 1)}


def unused_notes(size: int) -> Files:
    """Many suppressions that suppress nothing."""
    note = "  # sociable: ignore[auto-follow-back] -- members asked for it"
    return one_file([automation("a", "mentioned", (f'reply: "Part {n}"{note}' for n in range(size)))])


def anchors(size: int) -> Files:
    """One condition that many steps refer to by its anchor."""
    first = '{reply: "Part", if: &often event.post.likes > 3}'
    rest = (f'{{reply: "Part {n}", if: *often}}' for n in range(size))
    return one_file([automation("a", "mentioned", [first, *rest])])


def else_within(size: int) -> Files:
    """One automation of many groups of steps, each with another in its `else:`."""
    steps = (
        f'if: event.post.text contains "word{n}"\n        do:\n          - reply: "About {n}"\n        else:\n'
        f"          - if: event.post.likes > {n}\n            do:\n              - assign: desk {n}\n"
        f"            else:\n              - log: rest {n}"
        for n in range(size)
    )
    return one_file([automation("a", "mentioned", steps)])


def steps_misread(size: int) -> Files:
    """One automation of many steps, each with a key that is not understood."""
    steps = (f'{{reply: "Part {n}, buy now!", approvl: human}}' for n in range(size))
    return one_file([automation("a", "mentioned", steps)])


def waits(size: int) -> Files:
    """One automation of many messages to the same person, with a wait after each."""
    steps = (step for n in range(size) for step in (f'dm: "Number {n}"', "wait: 1 day"))
    return one_file([automation("a", "messaged", steps)])


def around(size: int) -> Files:
    """A drawing around one account of a room in which each posts when another does."""
    return one_file(
        (
            automation(
                f"a{n}", "{event: posted_here, in: room}", [f'post: {{in: room, text: "Number {n}"}}'], f"ours{n}"
            )
            for n in range(size)
        ),
        ours(size),
    )


def rings_drawn(size: int) -> Files:
    """A drawing of pairs of accounts that each say again what the other said."""
    return one_file(
        (
            automation(
                f"a{n}",
                f"{{event: account_posted, from: [ours{n ^ 1}], contains: [word{n // 2}]}}",
                [f'post: "word{n // 2} said again by {n}"'],
                f"ours{n}",
            )
            for n in range(size)
        ),
        ours(size),
    )


WIDE_SHAPES = {
    "clients": Shape(clients, 200),
    "client-reports": Shape(client_files, 50, ("--clients", "folders", "--output", "reports", "."), "report"),
    "places": Shape(places, 200),
    "roles": Shape(roles, 200),
    "deep-else": Shape(deep_else, 100),
    "until-days": Shape(until_days, 200),
    "one-feed": Shape(one_feed, 200),
    "links": Shape(links, 1000),
    "linked-texts": Shape(linked_texts, 200),
    "handles": Shape(handles, 500),
    "a-file-each": Shape(a_file_each, 100),
    "names-for-things": Shape(names_for_things, 200),
    "tables": Shape(tables, 200),
    "stop-words": Shape(stop_words, 1000),
    "posts-of-one": Shape(posts_of_one, 200),
    "limits-and-lists": Shape(several_accounts_many_limits, 200),
    "unused-notes": Shape(unused_notes, 250),
    "anchors": Shape(anchors, 500),
    "else-within": Shape(else_within, 250),
    "steps-misread": Shape(steps_misread, 250),
    "waits": Shape(waits, 2000),
    "around": Shape(around, 400, ("--around", "ours0", "."), "graph"),
    "rings-drawn": Shape(rings_drawn, 400, (".",), "graph"),
}
