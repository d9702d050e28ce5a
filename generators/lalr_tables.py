"""From a grammar to the tables that ``expressions.lalr`` runs; only needed when a grammar changes."""

from typing import Any


def lalr_tables(grammar: str) -> dict[str, Any]:
    """Have Lark make the tables, numbering states and rules the same way each time.

    ``states`` say what to do by the kind of the next token, or by what was just made: go on to a
    state (0 and above) or use a rule (below 0: ``~`` of its number). A rule says what it makes, how
    many values it takes, which method of the builder gets them (none: they stay together), which of
    them it gets, which of these are spread, and whether a lone one is passed on as it is.
    """
    from lark import Lark

    lark = Lark(grammar, parser="lalr", lexer="basic", maybe_placeholders=False)
    frontend: Any = lark.parser
    parse_table = frontend.parser._parse_table
    rules = sorted(lark.rules, key=str)
    states = _in_order(parse_table.states, parse_table.start_states["start"])
    numbers = {state: number for number, state in enumerate(states)}
    return {
        "terminals": [[each.name, each.pattern.to_regexp()] for each in frontend.lexer.terminals],
        "ignored": lark.ignore_tokens,
        "rules": [_rule(rule) for rule in rules],
        "states": [_actions(parse_table.states[state], numbers, rules) for state in states],
        "end": numbers[parse_table.end_states["start"]],
    }


def _in_order(states: dict[int, dict[str, Any]], start: int) -> list[int]:
    """List the states as they are reached from the first, by the names of what leads to them."""
    found = [start]
    for state in found:  # grows while it is walked
        for _, (action, argument) in sorted(states[state].items()):
            if action.name == "Shift" and argument not in found:
                found.append(argument)
    return found


def _actions(actions: dict[str, Any], numbers: dict[int, int], rules: list[Any]) -> dict[str, int]:
    return {
        symbol: numbers[argument] if action.name == "Shift" else ~rules.index(argument)
        for symbol, (action, argument) in sorted(actions.items())
    }


def _rule(rule: Any) -> list[Any]:
    makes = rule.origin.name
    takes = [at for at, symbol in enumerate(rule.expansion) if not (symbol.is_term and symbol.filter_out)]
    spreads = [at for at in takes if rule.expansion[at].name.startswith("_")]
    single = rule.options.expand1 and not rule.alias
    passes_on = single and len(takes) == 1 and not spreads
    calls = "" if makes.startswith("_") or passes_on else rule.alias or makes
    return [makes, len(rule.expansion), calls, takes, spreads, single]
