"""Citations picked at random, to be read: ``python -m tools.citations SEED [COUNT]``, or ``make citations SEED=7``.

Each is shown with what the finding claims and of whom, so that somebody can say whether the source says that, for that
platform, these readers and that day. The same rule on the same platform by the same source is drawn once, from any of
the files that it is told of.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sociable.findings.finding import Citation, Finding
from sociable.findings.members import retold, sources_of
from sociable.pipeline import Request, checked
from sociable.setup.model import Account

from tools.judged_files import checks

COUNT = 20


class Cited(NamedTuple):
    """A finding that cites something, the file it is about, and the account, if it is about one."""

    check: str
    finding: Finding
    citation: Citation
    account: Account | None


def cited(asked: Iterable[str]) -> list[list[Cited]]:
    """All of each rule, platform and source together, in the order of the files."""
    found: defaultdict[tuple[str, str, str, str], list[Cited]] = defaultdict(list)
    for check in asked:
        for examined in checked(Request((check,))):
            accounts = examined.project.setup.accounts
            for finding in (retold(each, of) for each in examined.report.findings for of in sources_of(each)):
                if finding.citation is not None:
                    subjects = [each for each in accounts if each.id.name in finding.subjects]
                    theirs = [each for each in subjects if each.platform == finding.platform]
                    account = next(iter(theirs or subjects), None)
                    each = Cited(check, finding, finding.citation, account)
                    found[finding.rule, finding.platform, each.citation.fact, each.citation.title].append(each)
    return list(found.values())


def drawn(all_cited: list[list[Cited]], seed: int, count: int) -> list[Cited]:
    """So many of them at random, one of each; a seed draws the same again as long as they are the same."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret
    return [rng.choice(alike) for alike in rng.sample(all_cited, min(count, len(all_cited)))]


def lines(each: Cited) -> Iterator[str]:
    """A citation beside the claim that it is the ground of."""
    finding, citation = each.finding, each.citation
    yield f"{finding.severity}[{finding.rule}] {finding.span.path}:{finding.span.line}"
    yield f"  claims   {finding.message}"
    if each.account is not None:
        audience = each.account.audience
        where = ", ".join(filter(None, (audience.region, *sorted(audience.countries)))) or "unstated"
        based = ", ".join(sorted(each.account.based_in)) or "unstated"
        yield f"  of       {each.account.platform}, run by {each.account.run_by}"
        yield f"  readers  in: {where}; whoever runs it, based in: {based}"
    else:
        yield f"  of       {finding.platform or 'no one platform'}"
    yield f"  source   {citation.fact or 'own page'}: {citation.title}: {citation.says}"
    yield f"  bears    {citation.bears}" if citation.bears else "  bears    it is the figure itself"
    yield f"  where    {citation.address} ({citation.dated})"


def main() -> None:
    """Draw, and print."""
    if not sys.argv[1:] or not all(each.isdigit() for each in sys.argv[1:]):
        sys.exit("say with which number to begin: make citations SEED=7")
    seed, count = [*map(int, sys.argv[1:]), COUNT][:2]
    found = cited(checks())
    print(f"{count} of {len(found)} different citations, seed {seed}\n")
    for each in drawn(found, seed, count):
        print(*lines(each), "", sep="\n")


if __name__ == "__main__":
    main()
