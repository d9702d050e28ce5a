"""A page for a new rule, with words still to be filled in."""

import os
import re

from sociable.files import package_data
from sociable.rulebook.page_files import page_paths, taken_names
from sociable.rulebook.rulebook import load, with_own

_NAME = re.compile(r"[a-z]+(?:-[a-z]+){1,3}")
_CATEGORY = re.compile(r"[a-z]+")
_OPENERS = frozenset(("avoid", "ban", "check", "detect", "do", "dont", "find", "forbid", "never", "no", "not", "stop"))
"""What a name need not begin with: it says what is done, not that this is looked for or is wrong."""

PAGE = """\
# [fill in what the rule is about, as a short phrase]

[fill in one sentence: what the automation does]

```rule
rule {name}
severity warning
confidence medium

for each step s
# [fill in a condition: which steps the rule is about, instead of every post]
when s.verb is post
# [fill in what excuses them, if anything does]
unless s.is_approved

report s: "[fill in what the automation does, without a full stop]"
because "[fill in why that matters to people.]"
suggest "[fill in what to do instead.]"
```

## What people see

[fill in two or three sentences: what somebody on the other side notices]

## Caught

```yaml [fill in a name for this example]
sociable: 1
accounts:
  shop: {{platform: bluesky, handle: "@shop.example"}}
automations:
  # [fill in an automation that the rule should catch once]
  - id: caught
    account: shop
    when: {{event: schedule, every: 1 day}}
    do:
      - post: "Good morning."
```

## Fine

```yaml [fill in a name for this example]
sociable: 1
accounts:
  shop: {{platform: bluesky, handle: "@shop.example"}}
automations:
  # [fill in an automation that is left alone because the condition does not hold]
  - id: fine
    account: shop
    when: {{event: schedule, every: 1 day}}
    do:
      - notify: "Good morning."
```

```yaml [fill in a name for this example]
sociable: 1
accounts:
  shop: {{platform: bluesky, handle: "@shop.example"}}
automations:
  # [fill in an automation that is left alone because of the excuse]
  - id: excused
    account: shop
    when: {{event: schedule, every: 1 day}}
    approval: human
    do:
      - post: "Good morning."
```

## Known limits

[fill in what the rule does not see, or take this section out]

## Sources

- [fill in who says so, and where], <https://example.org/>, [fill in its date]: [fill in what it says].
"""


def suggested_name(name: str) -> str:
    """A name made of the words of this one that reads well after “ignore”; empty if there are too few or many."""
    words = re.findall(r"[a-z]+", name.lower().replace("'", ""))
    while words and words[0] in _OPENERS:
        del words[0]
    suggested = "-".join(words)
    return suggested if _NAME.fullmatch(suggested) else ""


def misnamed(name: str) -> str:
    if _NAME.fullmatch(name):
        return ""
    better = suggested_name(name)
    hint = f" How about `{better}`?" if better else ""
    return (
        f"`{name}` is no name for a rule: write two to four words in small letters with hyphens between them. Say what "
        f"is done, so that it reads well after “ignore”: ignore unfollow-shaming.{hint}"
    )


def miscategorised(category: str) -> str:
    return "" if _CATEGORY.fullmatch(category) else f"`{category}` is no category: write one word in small letters"


def taken(name: str, folder: str) -> str:
    """Where there is such a rule already, or a page that is called like it."""
    built_in = package_data.folder("rules")
    book = load(built_in)
    pages: list[str] = []
    if os.path.isdir(folder):
        pages = [path for _, path in page_paths(folder)]
        book = with_own(book, built_in, [folder]) if pages else book
    names = taken_names(book.rules)
    names.update((os.path.basename(path).removesuffix(".md"), path) for path in pages)
    return f"there is a rule `{name}` already, in {names[name]}; choose another name" if name in names else ""
