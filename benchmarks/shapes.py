"""Setups that grow in one direction each: what they do to time and memory shows what is not linear.

Every shape makes the texts of some files out of one number; twice the number is about twice the text. They are made of
what the linter has to put together: who could answer with whom, who sets off whom, which words are nearly which.
"""

import os
import re
from collections.abc import Callable

from more_shapes import MORE_SHAPES  # type: ignore[import-not-found]
from said_shapes import SAID_SHAPES  # type: ignore[import-not-found]
from shape_parts import PLAIN, Files, Shape, account, automation, one_file, ours  # type: ignore[import-not-found]
from tool_shapes import TOOL_SHAPES  # type: ignore[import-not-found]
from wide_shapes import WIDE_SHAPES  # type: ignore[import-not-found]

# ---------------------------------------------------------------------------------- who answers the same thing


def one_person_each(size: int) -> Files:
    """Answers to one event, each for one person: no two of them ever meet."""
    return one_file(
        automation(
            f"a{n}",
            "mentioned",
            [f'reply: "Good to hear from you, number {n}"'],
            more=f'only_from: ["@p{n}@x.example"]',
        )
        for n in range(size)
    )


def one_range_each(size: int) -> Files:
    """Answers to one event, each for a range of numbers that touches no other."""
    return one_file(
        automation(
            f"a{n}",
            "mentioned",
            [f'reply: "Thank you, range {n}"'],
            more=f"if: event.post.likes >= {n * 10} and event.post.likes < {n * 10 + 10}",
        )
        for n in range(size)
    )


def nested_ranges(size: int) -> Files:
    """Answers to one event, each for a range of numbers inside that of the one before: all of them meet."""
    return one_file(
        automation(
            f"a{n}",
            "mentioned",
            [f'reply: "Thank you, range {n}"'],
            more=f"if: event.post.likes > {n} and event.post.likes < {4 * size - n}",
        )
        for n in range(size)
    )


def one_for_all(size: int) -> Files:
    """One answer to everything, and many to a word each."""
    every = automation("every", "mentioned", ['reply: "Thank you, we read this"'])
    return one_file(
        [
            every,
            *(
                automation(f"a{n}", f"{{event: mentioned, contains: [word{n}]}}", [f'reply: "About word {n}"'])
                for n in range(size)
            ),
        ]
    )


def for_and_against(size: int) -> Files:
    """Half of the automations follow whoever follows, the other half block them."""
    does = ("follow: event.user", "block: event.user")
    return one_file(automation(f"a{n}", "followed", [does[n % 2]]) for n in range(size))


def twins_everywhere(size: int) -> Files:
    """Four automations that answer the same thing, on all of many accounts."""
    names = ", ".join(f"ours{number}" for number in range(size))
    return one_file(
        (automation(f"a{n}", "mentioned", [f'reply: "Hello from number {n}"'], f"[{names}]") for n in range(4)),
        ours(size),
    )


def many_words_each(size: int) -> Files:
    """Answers to one event, each for ten words of its own and one that all of them wait for."""
    return one_file(
        automation(
            f"a{n}",
            f"{{event: mentioned, contains: [common, {', '.join(f'w{n}x{each}' for each in range(10))}]}}",
            [f'reply: "About {n}"'],
        )
        for n in range(size)
    )


def for_each_place(size: int) -> Files:
    """Answers to one event, each unless the text is of one language and unless it is in one range."""
    return one_file(
        automation(
            f"a{n}",
            "mentioned",
            [f'reply: "About {n}"'],
            more=f"if: event.post.likes != {n} and event.user.followers > {n % 17}",
        )
        for n in range(size)
    )


# ------------------------------------------------------------------------------------------------ who sets off whom


def ladder(size: int) -> Files:
    """Each account reposts the one before it and the one after it."""

    def watched(n: int) -> str:
        return ", ".join(f"ours{other}" for other in (n - 1, n + 1) if 0 <= other < size)

    return one_file(
        (
            automation(f"a{n}", f"{{event: account_posted, from: [{watched(n)}]}}", ["repost: event.post"], f"ours{n}")
            for n in range(size)
        ),
        ours(size),
    )


def answers_but_one(size: int) -> Files:
    """Each account answers whoever mentions it, but for one of the others."""
    return one_file(
        (
            automation(
                f"a{n}",
                "mentioned",
                [f'reply: "Hello from {n}"'],
                f"ours{n}",
                f'if: event.user.handle != "@ours{(n * 3 + 1) % size}@our.example"',
            )
            for n in range(size)
        ),
        ours(size),
    )


def two_hubs(size: int) -> Files:
    """Two accounts repost all the others, and those repost both."""
    names = ", ".join(f"ours{number}" for number in range(2, size))
    hubs = (
        automation(f"a{n}", f"{{event: account_posted, from: [{names}]}}", ["repost: event.post"], f"ours{n}")
        for n in range(2)
    )
    rest = (
        automation(f"a{n}", "{event: account_posted, from: [ours0, ours1]}", ["repost: event.post"], f"ours{n}")
        for n in range(2, size)
    )
    return one_file([*hubs, *rest], ours(size))


def rings_of_three(size: int) -> Files:
    """Accounts in threes, each of which reposts the next of its three."""

    def following(n: int) -> int:
        return n - 2 if n % 3 == 2 else n + 1

    return one_file(
        (
            automation(
                f"a{n}", f"{{event: account_posted, from: [ours{following(n)}]}}", ["repost: event.post"], f"ours{n}"
            )
            for n in range(size - size % 3)
        ),
        ours(size - size % 3),
    )


def named_in_turn(size: int) -> Files:
    """Whoever is mentioned mentions the next account."""
    return one_file(
        (
            automation(f"a{n}", "mentioned", [f'post: "Over to @ours{(n + 1) % size}@our.example"'], f"ours{n}")
            for n in range(size)
        ),
        ours(size),
    )


def _denying(size: int, names: Callable[[int], list[str]], first: tuple[str, ...] = ()) -> Files:
    """Accounts that each answer whoever mentions them, but for some; the first of them does ``first`` besides."""
    return one_file(
        (
            automation(
                f"a{n}",
                "mentioned",
                [f'reply: "Hello from {n}"', *(first if n == 0 else ())],
                f"ours{n}",
                f"if: event.user.handle not in [{', '.join(names(n))}]",
            )
            for n in range(size)
        ),
        ours(size),
    )


def _handle(number: int) -> str:
    return f'"@ours{number}@our.example"'


def answers_but_three(size: int) -> Files:
    """Each account answers whoever mentions it, but for three of the others."""
    return _denying(size, lambda n: [_handle((n * 3 + each) % size) for each in (1, 5, 11)])


def answers_but_the_hub(size: int) -> Files:
    """Each account answers whoever mentions it, but for the first account and one of the others."""
    return _denying(size, lambda n: [_handle(0), _handle((n + 1) % size)])


def answers_but_the_next(size: int) -> Files:
    """Each account answers all but the next one, and the first one also follows whom it answers."""
    return _denying(size, lambda n: [_handle((n + 1) % size)], ("follow: event.user",))


def answers_but_strangers(size: int) -> Files:
    """Each account answers whoever mentions it, but for a stranger of its own."""
    return _denying(size, lambda n: [f'"@p{n}@x.example"'])


def answers_one_stranger(size: int) -> Files:
    """Each account answers whoever mentions it, and thanks one stranger who follows it."""

    def automations(n: int) -> str:
        thanks = automation(
            f"b{n}", "mentioned", ['dm: "Thank you"'], f"ours{n}", f'if: event.user.handle = "@p{n}@x.example"'
        )
        answers: str = automation(f"a{n}", "mentioned", [f'reply: "Hello from {n}"'], f"ours{n}")
        return answers + str(thanks)

    return one_file(map(automations, range(size)), ours(size))


def answers_and_names(size: int) -> Files:
    """Each account answers whoever mentions it, and then mentions the next one."""
    return one_file(
        (
            automation(
                f"a{n}",
                "mentioned",
                [f'reply: "Hello from {n}"', f'post: "Over to @ours{(n + 1) % size}@our.example"'],
                f"ours{n}",
            )
            for n in range(size)
        ),
        ours(size),
    )


def two_camps(size: int) -> Files:
    """Accounts of two sorts, each of which answers all but one of the other sort."""
    does = ('reply: "Hello"', "follow: event.user")
    return one_file(
        (
            automation(
                f"a{n}",
                ("mentioned", "followed")[n % 2],
                [does[n % 2], does[1 - n % 2]],
                f"ours{n}",
                f"if: event.user.handle != {_handle((n * 5 + 1) % size)}",
            )
            for n in range(size)
        ),
        ours(size),
    )


def follow_but_one(size: int) -> Files:
    """Each account follows back and welcomes all but one of the others."""
    return one_file(
        (
            automation(
                f"a{n}",
                "followed",
                ["follow: event.user", 'dm: "Welcome"'],
                f"ours{n}",
                f"if: event.user.handle != {_handle((n * 3 + 1) % size)}",
            )
            for n in range(size)
        ),
        ours(size),
    )


def rings_elsewhere(size: int) -> Files:
    """Pairs of accounts, each on a platform of its own, that repost each other."""
    accounts = (
        f"  ours{n}: {{handle: '@ours{n}@our.example', platform: {('mastodon', 'bluesky')[n % 2]}, "
        "automated_label: true}\n"
        for n in range(size)
    )
    return one_file(
        (
            automation(f"a{n}", f"{{event: account_posted, from: [ours{n ^ 1}]}}", ["repost: event.post"], f"ours{n}")
            for n in range(size - size % 2)
        ),
        accounts,
    )


# ------------------------------------------------------------------------------------------------ within one automation


def step_conditions(size: int) -> Files:
    """One automation of many steps with a condition each."""
    steps = (f"{{log: line {n}, if: event.post.likes > {n}}}" for n in range(size))
    return one_file([automation("a", "mentioned", steps)])


def many_answers(size: int) -> Files:
    """One automation of many answers."""
    return one_file([automation("a", "mentioned", (f'reply: "Part {n} of it"' for n in range(size)))])


def ways_out(size: int) -> Files:
    """One automation that may end before each of its answers."""
    steps = (
        step
        for n in range(size)
        for step in (f"{{stop: true, if: event.post.likes > {n}}}", f'{{reply: "Part {n}", after: 1 hour}}')
    )
    return one_file([automation("a", "mentioned", steps)])


def made_of_the_last(size: int) -> Files:
    """One automation in which each text is generated from the one before it."""
    steps = [
        "generate: {v0: begin}",
        *(f'generate: {{v{n}: "Better than {{{{ v{n - 1} }}}}"}}' for n in range(1, size)),
        f'post: "{{{{ v{size - 1} }}}}"',
    ]
    return one_file([automation("a", "webhook", steps)])


def made_of_the_last_twice(size: int) -> Files:
    """The same, where each text uses the one before it in two places."""
    ((path, text),) = made_of_the_last(size).items()
    return {path: re.sub(r"Better than ({{ v\d+ }})", r"Better than \1 or \1", text)}


def step_limits(size: int) -> Files:
    """One automation of many steps with a limit each."""
    steps = (f'{{post: "Number {n}", limit: {n % 9 + 1} per day}}' for n in range(size))
    return one_file([automation("a", "{event: schedule, every: 1 day}", steps)])


def one_long_denial(size: int) -> Files:
    """One condition that leaves out many people by name."""
    names = ", ".join(f'"@p{n}@x.example"' for n in range(size))
    return one_file([automation("a", "mentioned", ['reply: "Hello"'], more=f"if: event.user.handle not in [{names}]")])


# ------------------------------------------------------------------------------------------------ what is nearly right


def misspelt_facts(size: int) -> Files:
    """One account with many facts, each asked for by a name that is nearly right."""
    facts = ", ".join(f"place_{n}_north: value" for n in range(size))
    asking = (
        automation(f"a{n}", f"{{event: webhook, named: w{n}}}", [f'post: "At {{{{ account.place_{n}_nort }}}}"'])
        for n in range(size)
    )
    return one_file(asking, [account("house", f", vars: {{{facts}}}")])


def misspelt_values(size: int) -> Files:
    """One automation with many values, each used by a name that is nearly right."""
    steps = (
        step
        for n in range(size)
        for step in (f'generate: {{summary_{n}: "Write number {n}"}}', f'post: "{{{{ sumary_{n} }}}}"')
    )
    return one_file([automation("a", "webhook", steps)])


def nobodys_accounts(size: int) -> Files:
    """Automations on accounts that no file describes."""
    return one_file(automation(f"a{n}", "webhook", ["log: done"], f"somebody-else-{n}") for n in range(size))


def same_ids(size: int) -> Files:
    """Automations that all have the same id."""
    return one_file(automation("same", f"{{event: webhook, named: w{n}}}", ["log: done"]) for n in range(size))


def same_handles(size: int) -> Files:
    """Accounts that all have the same handle, and follow back."""
    accounts = [f"  ours{n}: {{handle: '@same@our.example', {PLAIN}}}\n" for n in range(size)]
    return one_file(
        (automation(f"a{n}", "followed", ["follow: event.user"], f"ours{n}") for n in range(size)), accounts
    )


SHAPES = {
    "one-person-each": Shape(one_person_each, 500),
    "one-range-each": Shape(one_range_each, 500),
    "nested-ranges": Shape(nested_ranges, 300),
    "one-for-all": Shape(one_for_all, 500),
    "for-and-against": Shape(for_and_against, 200),
    "twins-everywhere": Shape(twins_everywhere, 200),
    "ladder": Shape(ladder, 200),
    "answers-but-one": Shape(answers_but_one, 200),
    "answers-but-three": Shape(answers_but_three, 200),
    "answers-but-the-hub": Shape(answers_but_the_hub, 200),
    "answers-but-the-next": Shape(answers_but_the_next, 200),
    "answers-but-strangers": Shape(answers_but_strangers, 200),
    "answers-one-stranger": Shape(answers_one_stranger, 200),
    "answers-and-names": Shape(answers_and_names, 50),
    "two-camps": Shape(two_camps, 200),
    "follow-but-one": Shape(follow_but_one, 200),
    "rings-elsewhere": Shape(rings_elsewhere, 200),
    "many-words-each": Shape(many_words_each, 200),
    "for-each-place": Shape(for_each_place, 200),
    "two-hubs": Shape(two_hubs, 200),
    "rings-of-three": Shape(rings_of_three, 300),
    "named-in-turn": Shape(named_in_turn, 200),
    "step-conditions": Shape(step_conditions, 500),
    "many-answers": Shape(many_answers, 1000),
    "ways-out": Shape(ways_out, 300),
    "made-of-the-last": Shape(made_of_the_last, 500),
    "made-of-the-last-twice": Shape(made_of_the_last_twice, 500),
    "step-limits": Shape(step_limits, 500),
    "one-long-denial": Shape(one_long_denial, 3000),
    "misspelt-facts": Shape(misspelt_facts, 200),
    "misspelt-values": Shape(misspelt_values, 200),
    "nobodys-accounts": Shape(nobodys_accounts, 500),
    "same-ids": Shape(same_ids, 500),
    "same-handles": Shape(same_handles, 200),
    **MORE_SHAPES,
    **WIDE_SHAPES,
    **TOOL_SHAPES,
    **SAID_SHAPES,
}


def write(name: str, size: int, folder: str) -> int:
    """Write a shape's files into a new folder: the bytes of all of them."""
    os.makedirs(folder)
    written = 0
    for path, text in SHAPES[name].files(size).items():
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as file:
            written += file.write(text)
    return written
