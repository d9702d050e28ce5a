"""All findings of some checks, by whichever `sociable` is on PYTHONPATH: a program, as that may be an older one.

On standard input a JSON list of checks, each a list of paths; on standard output a list of findings for each.
"""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout


def findings_of(paths: list[str]) -> list[dict[str, object]]:
    """What `sociable check` finds; a check that breaks is told like a finding."""
    from sociable.cli.app import run

    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            run(["check", "--format", "json", "--allow-nothing", "--", *paths])
        found: list[dict[str, object]] = json.loads(out.getvalue())["findings"]
    except Exception as error:  # noqa: BLE001 - another version's faults are what this is to show
        said = err.getvalue().strip() or f"{type(error).__name__}: {error}"
        return [_told("check-broke", "error", said, paths[0], 1, said)]
    return [
        _told(
            str(each["rule"]),
            str(each["severity"]),
            str(each["fingerprint"]),
            each["place"]["path"],  # type: ignore[index]
            each["place"]["start"]["line"],  # type: ignore[index]
            str(each["message"]),
            _ground(each["citation"]),
        )
        for each in found
    ]


def _ground(citation: object) -> str:
    """The id of the fact; of a figure, and in versions that had no ids, what stands where."""
    if not isinstance(citation, dict):
        return ""
    fact = citation.get("fact") if citation.get("bears") else ""  # a figure bears on its rule by itself
    return str(fact or f"{citation['title']}: {citation['says']}")


def _told(
    rule: str, severity: str, fingerprint: str, path: str, line: int, message: str, ground: str = ""
) -> dict[str, object]:
    return {
        "rule": rule,
        "severity": severity,
        "fingerprint": fingerprint,
        "path": path,
        "line": line,
        "message": message,
        "ground": ground,
    }


if __name__ == "__main__":
    json.dump([findings_of(paths) for paths in json.load(sys.stdin)], sys.stdout)
