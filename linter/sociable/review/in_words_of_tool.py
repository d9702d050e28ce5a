"""Findings in files of other tools, for somebody who has that tool open."""

from collections.abc import Callable

from sociable.findings.faults import ByItself
from sociable.findings.finding import Finding, Member
from sociable.findings.origin import Origin
from sociable.readers import importers
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.config.effective import Configuration


def in_words_of_tool(finding: Finding, config: "Configuration | None", faults: list[str]) -> Finding:
    """Say where to open it in the tool that wrote the file, and what to do there, if a page only says it for ours."""
    tool = next((each.origin.importer for each in finding.members if each.origin.importer), "")
    if not tool:
        return finding
    importer = next(each for each in importers.IMPORTERS if each.name == tool)
    with ByItself(f"the importer `{tool}` with its advice on {finding.span}", faults):
        if advice := importer.advice(finding.rule):
            finding = finding._replace(advice=advice, anywhere=finding.advice)
        address = config.value(importer.address_in) if config is not None and importer.address_in else ""
        if address and importer.link is not None:
            finding = finding._replace(members=tuple(_linked(each, importer.link, address) for each in finding.members))
    return finding


def _linked(member: Member, link: Callable[[Origin, str], str], address: str) -> Member:
    return member._replace(origin=member.origin._replace(link=link(member.origin, address)))
