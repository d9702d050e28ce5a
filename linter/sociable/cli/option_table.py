"""Made by `make generated` from the declarations in `app.py`: what `fast_options` parses by.

For each command its parameters: name, how the option is spelled (an argument: not at all), what it takes, whether
several, and the default (`...`: it has to be given). It takes `None` (a flag), `str`, one of some words, or a whole
number that is at least so much.
"""

# fmt: off
# ruff: noqa: E501
Row = tuple[str, tuple[str, ...], object, bool, object]

COMMANDS: dict[str, tuple[Row, ...]] = {
    "check": (
        ('paths', (), str, True, ('.',)),
        ('forms', ('--format', '-f'), str, True, ()),
        ('output', ('--output', '-o'), str, False, ''),
        ('fail_on', ('--fail-on',), ('info', 'warning', 'error'), False, None),
        ('profile', ('--profile',), ('default', 'strict', 'public-body', 'personal'), False, None),
        ('project', ('--project',), str, False, None),
        ('allow_nothing', ('--allow-nothing',), None, False, False),
        ('stdin_filename', ('--stdin-filename',), str, False, 'stdin.yml'),
        ('verbose', ('--verbose', '-v'), None, False, False),
        ('own_rules', ('--rules',), str, True, ()),
        ('preview', ('--preview',), None, False, False),
        ('select', ('--select',), str, True, ()),
        ('ignore', ('--ignore',), str, True, ()),
        ('platforms', ('--platform',), ('x', 'mastodon', 'bluesky', 'threads', 'instagram', 'facebook', 'messenger', 'linkedin', 'reddit', 'youtube', 'tiktok', 'discord', 'telegram', 'whatsapp', 'pinterest', 'slack', 'lemmy', 'email', 'sms', 'github', 'matrix', 'google-business', 'wikipedia', 'twitch', 'line', 'viber', 'signal', 'teams', 'mattermost', 'rocketchat', 'zulip', 'forum', 'medium', 'wordpress', 'wechat', 'tumblr', 'quora', 'substack', 'snapchat', 'kick', 'yelp', 'xing', 'moltbook', 'other'), True, ()),
        ('accounts', ('--account',), str, True, ()),
        ('severity', ('--severity',), ('info', 'warning', 'error'), False, None),
        ('confidence', ('--confidence',), ('low', 'medium', 'high'), False, None),
        ('config', ('--config',), str, False, ''),
        ('isolated', ('--isolated',), None, False, False),
        ('trusted_from', ('--trusted-from',), str, False, ''),
        ('today', ('--today',), str, False, ''),
        ('baseline', ('--baseline',), str, False, ''),
        ('no_baseline', ('--no-baseline',), None, False, False),
        ('statistics', ('--statistics',), None, False, False),
        ('max_findings', ('--max-findings',), 0, False, None),
        ('list_files', ('--list-files',), None, False, False),
        ('color', ('--color',), ('auto', 'always', 'never'), False, 'auto'),
        ('why', ('--why',), None, False, False),
        ('min_coverage', ('--min-coverage',), str, False, '0%'),
        ('watch', ('--watch',), None, False, False),
        ('read_as', ('--as',), ('n8n', 'make', 'ci-workflows', 'gramaddict', 'automoderator', 'calendar', 'matterbridge'), False, None),
        ('why_not', ('--why-not',), str, False, None),
        ('fix', ('--fix',), None, False, False),
        ('unsafe_fixes', ('--unsafe-fixes',), None, False, False),
        ('diff', ('--diff',), None, False, False),
        ('no_cache', ('--no-cache',), None, False, False),
    ),
    "fleet": (
        ('folders', (), str, True, ...),
        ('form', ('--format', '-f'), ('text', 'concise', 'statistics', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'markdown'), False, None),
        ('output', ('--output', '-o'), str, False, ''),
        ('summary', ('--summary',), ('text', 'json'), False, 'text'),
        ('fail_on', ('--fail-on',), ('info', 'warning', 'error'), False, None),
        ('profile', ('--profile',), ('default', 'strict', 'public-body', 'personal'), False, None),
        ('own_rules', ('--rules',), str, True, ()),
        ('select', ('--select',), str, True, ()),
        ('ignore', ('--ignore',), str, True, ()),
        ('isolated', ('--isolated',), None, False, False),
        ('today', ('--today',), str, False, ''),
        ('workers', ('--workers',), 0, False, 0),
        ('dask', ('--dask',), str, False, ''),
        ('verbose', ('--verbose', '-v'), None, False, False),
        ('no_cache', ('--no-cache',), None, False, False),
    ),
    "init": (
        ('folder', (), str, False, '.'),
    ),
    "diff": (
        ('paths', (), str, True, ()),
        ('since', ('--since',), str, False, ''),
        ('form', ('--format', '-f'), ('text', 'markdown', 'json'), False, 'text'),
        ('output', ('--output', '-o'), str, False, ''),
        ('profile', ('--profile',), ('default', 'strict', 'public-body', 'personal'), False, None),
        ('own_rules', ('--rules',), str, True, ()),
        ('config', ('--config',), str, False, ''),
        ('isolated', ('--isolated',), None, False, False),
        ('today', ('--today',), str, False, ''),
        ('color', ('--color',), ('auto', 'always', 'never'), False, 'auto'),
    ),
    "suppressions": (
        ('paths', (), str, True, ('.',)),
        ('form', ('--format', '-f'), ('text', 'json'), False, 'text'),
        ('own_rules', ('--rules',), str, True, ()),
        ('config', ('--config',), str, False, ''),
        ('isolated', ('--isolated',), None, False, False),
        ('today', ('--today',), str, False, ''),
    ),
    "graph": (
        ('paths', (), str, True, ('.',)),
        ('form', ('--format', '-f'), ('svg', 'mermaid', 'dot'), False, 'svg'),
        ('around', ('--around',), str, False, ''),
        ('only', ('--only',), ('loops',), False, None),
        ('output', ('--output', '-o'), str, False, ''),
    ),
    "query": (
        ('question', (), str, False, ...),
        ('paths', (), str, True, ('.',)),
        ('form', ('--format', '-f'), ('text', 'json'), False, 'text'),
        ('stdin_filename', ('--stdin-filename',), str, False, 'stdin.yml'),
    ),
    "import": (
        ('path', (), str, False, ...),
        ('read_as', ('--as',), ('n8n', 'make', 'ci-workflows', 'gramaddict', 'automoderator', 'calendar', 'matterbridge'), False, None),
    ),
    "explain": (
        ('rule', (), str, False, ...),
        ('own_rules', ('--rules',), str, True, ()),
        ('form', ('--format', '-f'), ('text', 'markdown'), False, 'text'),
    ),
    "rehearse": (
        ('paths', (), str, True, ('.',)),
        ('when', ('--when',), str, False, ''),
        ('account', ('--account',), str, False, ''),
        ('mirror', ('--with-mirror',), None, False, False),
        ('rounds', ('--rounds',), 1, False, 10),
        ('form', ('--format', '-f'), ('text', 'json'), False, 'text'),
    ),
    "report": (
        ('paths', (), str, True, ('.',)),
        ('output', ('--output', '-o'), str, False, ''),
        ('form', ('--format', '-f'), ('html', 'markdown'), False, 'html'),
        ('title', ('--title',), str, False, ''),
        ('profile', ('--profile',), ('default', 'strict', 'public-body', 'personal'), False, None),
        ('own_rules', ('--rules',), str, True, ()),
        ('redact', ('--redact',), None, False, False),
        ('since', ('--since',), str, False, ''),
        ('clients', ('--clients',), str, False, ''),
        ('today', ('--today',), str, False, ''),
        ('words', ('--words',), str, False, ''),
    ),
    "server": (
        ('stdio', ('--stdio',), None, False, False),
    ),
    "mcp": (
        ('project', ('--project',), str, False, None),
    ),
    "rules list": (
        ('platform', ('--platform',), ('x', 'mastodon', 'bluesky', 'threads', 'instagram', 'facebook', 'messenger', 'linkedin', 'reddit', 'youtube', 'tiktok', 'discord', 'telegram', 'whatsapp', 'pinterest', 'slack', 'lemmy', 'email', 'sms', 'github', 'matrix', 'google-business', 'wikipedia', 'twitch', 'line', 'viber', 'signal', 'teams', 'mattermost', 'rocketchat', 'zulip', 'forum', 'medium', 'wordpress', 'wechat', 'tumblr', 'quora', 'substack', 'snapchat', 'kick', 'yelp', 'xing', 'moltbook', 'other'), False, None),
        ('own_rules', ('--rules',), str, True, ()),
    ),
    "rules test": (
        ('folders', (), str, True, ()),
    ),
    "rules overlap": (
        ('folders', (), str, True, ()),
        ('paths', ('--on',), str, True, ()),
    ),
    "rules format": (
        ('paths', (), str, True, ()),
        ('only_check', ('--check',), None, False, False),
    ),
    "rules new": (
        ('name', (), str, False, ...),
        ('folder', ('--in',), str, False, 'rules'),
        ('category', ('--category',), str, False, 'own'),
    ),
    "baseline create": (
        ('paths', (), str, True, ('.',)),
        ('output', ('--baseline',), str, False, ''),
        ('own_rules', ('--rules',), str, True, ()),
        ('config', ('--config',), str, False, ''),
    ),
    "baseline update": (
        ('paths', (), str, True, ('.',)),
        ('output', ('--baseline',), str, False, ''),
        ('own_rules', ('--rules',), str, True, ()),
        ('config', ('--config',), str, False, ''),
        ('grow', ('--grow',), None, False, False),
    ),
    "baseline prune": (
        ('paths', (), str, True, ('.',)),
        ('output', ('--baseline',), str, False, ''),
        ('own_rules', ('--rules',), str, True, ()),
        ('config', ('--config',), str, False, ''),
    ),
    "baseline show": (
        ('paths', (), str, True, ('.',)),
        ('output', ('--baseline',), str, False, ''),
        ('own_rules', ('--rules',), str, True, ()),
        ('config', ('--config',), str, False, ''),
    ),
    "config show": (
        ('path', (), str, False, '.'),
        ('config', ('--config',), str, False, ''),
    ),
    "facts list": (
        ('platform', ('--platform',), ('x', 'mastodon', 'bluesky', 'threads', 'instagram', 'facebook', 'messenger', 'linkedin', 'reddit', 'youtube', 'tiktok', 'discord', 'telegram', 'whatsapp', 'pinterest', 'slack', 'lemmy', 'email', 'sms', 'github', 'matrix', 'google-business', 'wikipedia', 'twitch', 'line', 'viber', 'signal', 'teams', 'mattermost', 'rocketchat', 'zulip', 'forum', 'medium', 'wordpress', 'wechat', 'tumblr', 'quora', 'substack', 'snapchat', 'kick', 'yelp', 'xing', 'moltbook', 'other'), False, None),
        ('rule', ('--rule',), str, False, ''),
    ),
    "facts show": (
        ('fact', (), str, False, ...),
    ),
    "facts stale": (
        ('today', ('--today',), str, False, ''),
    ),
    "cache show": (
    ),
    "cache clear": (
    ),
}
