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
        ('form', ('--format', '-f'), ('text', 'json', 'sarif', 'github'), False, 'text'),
        ('fail_on', ('--fail-on',), ('info', 'warning', 'error'), False, 'warning'),
        ('profile', ('--profile',), ('default', 'strict', 'public-body', 'personal'), False, None),
        ('project', ('--project',), str, False, None),
        ('allow_nothing', ('--allow-nothing',), None, False, False),
        ('stdin_filename', ('--stdin-filename',), str, False, 'stdin.yml'),
        ('verbose', ('--verbose', '-v'), None, False, False),
        ('own_rules', ('--rules',), str, True, ()),
        ('why', ('--why',), None, False, False),
        ('min_coverage', ('--min-coverage',), str, False, '0%'),
        ('today', ('--today',), str, False, ''),
        ('why_not', ('--why-not',), str, False, None),
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
    ),
    "explain": (
        ('rule', (), str, False, ...),
        ('own_rules', ('--rules',), str, True, ()),
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
}
