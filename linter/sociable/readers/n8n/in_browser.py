"""Where n8n opens a workflow and a node of it in a browser."""

from sociable.findings.origin import Origin


def link(origin: Origin, address: str) -> str:
    """The address of a node below that of an n8n; nothing where the export does not say which workflow it is of."""
    from urllib.parse import quote  # only needed where somebody says where their n8n is

    workflow = origin.within.id if origin.within is not None else origin.id
    if not workflow:
        return ""
    node = f"/{quote(origin.id, safe='')}" if origin.within is not None and origin.id else ""
    return f"{address}/workflow/{quote(workflow, safe='')}{node}"
