"""One file a command: what it is asked for (`RulesNewCall` in `rules_new.py`) and `run`, which does it."""

from sociable.records.named_module import named_module


def run_call(command: str, values: dict[str, object]) -> int:
    """Run a command such as ``rules new`` with the value of each of its parameters. Returns the exit code."""
    module = named_module(f"{__name__}.{command.replace(' ', '_')}")
    call = getattr(module, command.title().replace(" ", "") + "Call")
    status: int = module.run(call(**values))
    return status
