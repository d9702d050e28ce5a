"""Words for which more has to be said than which word of ours is meant: where it stands decides.

Under each place (as a message calls it) the word in small letters with hyphens, and a sentence of advice.
"""

_ROOM = "Write `in:` with the name of the place, or `in: {members: 300, open: true}`."
_AGREED = "What people asked for stands in `agreed_to:`, such as `agreed_to: the tide times`."
_NOT_JUDGED = "That is not judged here; a key of your own begins with `x-`, such as `{}`."
_BUTTONS = "Write `buttons: [Yes, No]`; what is pressed comes back as `command`, with its label as `named:`."
_PAID = "Write `paid_by:` with a name, `nobody`, or `us` for an advertisement of your own."
_AUDIENCE = (
    "Write `audience: {countries: [GB], languages: [en], region: north}`; "
    "where whoever runs it lives or has its seat is `based_in: GB`."
)
_KEPT = "How long data is kept, and without what, is not judged here: a key of your own begins with `x-`."
_HOW_MANY = "How many are on it makes no difference; how many get something in a day is `usual:` on the automation."
_WHO_CAME = "How people came onto a list is `came_by:`, how they get off it `out_by:`."
_HUMAN = "Write `inbox: {read_by: …}` on the account, or a button: `buttons: [{text: Call us, call: …}]`."
_EARNS = (
    f"An address that earns money is known by itself, and `disclose: [affiliate]` says that the text admits it. {_PAID}"
)
_ADMITS = "What people would object to stands in `admits:`, such as `admits: [other_purpose]` or `[hides_machine]`."
_LET_IN = "Describe the place: `places: {panels: {allowed_by: the moderators}}`, and write `in: panels`."
_AI_WRITES = 'What an AI writes is `generate: {answer: "…"}`, and the next step says it: `reply: "{{ answer }}"`.'
_POST_OR_DM = "Write `post: …` for everybody in a channel or room, or `dm: …` for one person."
_HERE = "`posted_here` is a new post in a room of ours; a private message is `messaged`."
_TOLD = "There is no word for it: write what the platform tells as `{event: webhook, named: …}`."
_SINCE = "When it began makes no difference; the last day is `until:`, and what does not run yet is `enabled: false`."
_OTHERWISE = "For what nothing else takes write `otherwise: true` beside an event, or `else:` in a group of steps."

IN_PLACE: dict[str, dict[str, str]] = {
    "an event": {
        "form": "Write `opted_in` if people sign up for something with the form, and else `webhook`. "
        "It is read as `opted_in` for now.",
        "message-posted": _HERE,
        "message-create": f"What Discord calls `messageCreate` is `posted_here` or `messaged`. {_HERE}",
        "messagecreate": f"What Discord calls `messageCreate` is `posted_here` or `messaged`. {_HERE}",
        "new-message-posted-to-channel": f"What Zapier calls so is `posted_here`. {_HERE}",
        "post-in-group": _HERE,
        "posted-in": _HERE,
        "new-subscriber": "What ManyChat calls a new subscriber is `opted_in`, with `to:` saying to what.",
        "default-reply": f"What ManyChat calls so is an event with `otherwise: true`. {_OTHERWISE}",
        "user-input": "What ManyChat calls so is `messaged`; several questions are several automations.",
        "interaction-create": "What Discord calls `interactionCreate` is `command`, with `named:`.",
        "guild-member-add": "What Discord calls `guildMemberAdd` is `joined`.",
        "follower-posted": "Write `{event: account_posted, from: followers}`.",
        "silence": "Write `{event: quiet, for: 30 days, from: members}`.",
        "inactive": "Write `{event: quiet, for: 30 days, from: members}`.",
        "followed-others": "No tool reports whom others follow; a `webhook` of your own may.",
        "came-online": "Write `returned`.",
        "error-trigger": "What n8n calls an error trigger is `failed`.",
        "execute-workflow-trigger": "What n8n calls so is `called`.",
        "chat-trigger": "What n8n calls a chat trigger is `chatted`.",
        "deleted": _TOLD,
        "post-deleted": _TOLD,
        "stream-started": "A stream that begins is told by the platform: `{event: webhook, named: live}`.",
        "live": "A stream that begins is told by the platform: `{event: webhook, named: live}`.",
        "went-live": "A stream that begins is told by the platform: `{event: webhook, named: live}`.",
        "level-up": _TOLD,
        "joined-voice": _TOLD,
        "viewed": "Who looks at a post or a stream is not told; who looks at the profile is `visited_profile`.",
        "status-changed": "Write `row_added` with `contains:`, or `approved` where a person sets the status.",
    },
    "`messaged`": {"matches": 'Write it as a condition beside `when:`: `if: event.message.text matches "…"`.'},
    "`posted`": {
        "from": "`posted` is what this account posts; what others post is `account_posted`, with `from:`.",
        "account": "What another account of yours posts is `{event: account_posted, from: shop}`.",
    },
    "`reported`": {"by": "How many have to report it is `times:`."},
    "`account_posted`": {
        "include": "It is all that they post. To leave out answers write `if: not event.post.is_reply`.",
        "exclude": "It is all that they post. To leave out answers write `if: not event.post.is_reply`.",
    },
    "`feed_item`": {"since": "What is new since the last run is `once_per: item`, beside `when:`."},
    "`webhook`": {"from": "What calls it is `named:`."},
    "`reacted`": {"contains": "Which sign people react with is not told apart here: take this key out."},
    "`row_added`": {"list": "Write `sheet:` with the name of the table."},
    "an automation": {
        "conceals": _ADMITS,
        "imitates": _ADMITS,
        "known": _ADMITS,
        "pretends": _ADMITS,
        "given-for": _ADMITS,
        "opt-out-after": _ADMITS,
        "random-delay": _ADMITS,
        "asked-by": _AGREED,
        "asked-for": _AGREED,
        "invited": _AGREED,
        "consent": _AGREED,
        "opt-in": _AGREED,
        "named-with-consent": "Write `agreed_to: naming` on the list of those who are named, or beside `when:`.",
        "by-agreement": "People who agreed with each other are a list: `lists: {circle: {agreed_to: engagement}}`.",
        "invited-by": _LET_IN,
        "agreed-with": _LET_IN,
        "skip": "Write `ignore:`; what this project itself published elsewhere is `own_copies`.",
        "since": "What is new since the last run is `once_per: row`, `item` or `payload`.",
        "starts": _SINCE,
        "start": _SINCE,
        "begins": _SINCE,
        "season": "Write the months into a `cron` line, such as `0 9 * 4-9 *`, or the last day as `until:`.",
        "contest": "Write `purpose: giveaway`, `entry: [comment]`, `until:`, and `draw:` where somebody is drawn.",
        "raffle": "Write `purpose: giveaway`, `entry: [comment]`, `until:`, and `draw:` where somebody is drawn.",
        "age": _NOT_JUDGED.format("x-age"),
        "keep-for": _KEPT,
        "without-names": "`store` without `event.user` keeps no names.",
        "share-of-own-links": _NOT_JUDGED.format("x-share-of-own-links"),
        "unless": "Write `if: not …`.",
        "else": _OTHERWISE,
        "opening-hours": "Write `during: open`; the hours stand with the inbox of the account.",
        "business-hours": "Write `during: open`; the hours stand with the inbox of the account.",
        "sponsor": _PAID,
        "sponsored-by": _PAID,
        "has-affiliate-link": _EARNS,
        "human-path": _HUMAN,
        "allowed-by": _LET_IN,
        "entries-per-person": "Write `once_per: user`: each person takes part once.",
        "minimum-age": _NOT_JUDGED.format("x-minimum-age"),
        "paid": _PAID,
        "room": _ROOM,
        "channel": _ROOM,
    },
    "an account": {
        "conceals": _ADMITS,
        "imitates": _ADMITS,
        "known": _ADMITS,
        "pretends": _ADMITS,
        "region": _AUDIENCE,
        "country": _AUDIENCE,
        "language": _AUDIENCE,
        "market": _AUDIENCE,
        "account-type": "Write `kind:` with `bot`, `user`, `page`, `app` or `persona`.",
        "pretends-to-be": "Write `kind: persona`.",
        "on-behalf-of": "Write `client:` with their name, and what they agreed to under `approved:`.",
        "customer": "Write `client:` with their name.",
        "number": "A telephone number is the `handle:`.",
        "platform-asked": "Write `approved: {automation: asked}`.",
        "sponsor": _PAID,
        "has-affiliate-link": _EARNS,
        "human-path": _HUMAN,
        "share-of-own-links": _NOT_JUDGED.format("x-share-of-own-links"),
        "allowed-by": _LET_IN,
        "opening-hours": 'Write `inbox: {read_by: …, hours: "9:00-17:30"}`.',
        "room": _ROOM,
        "channel": _ROOM,
        "server": _ROOM,
    },
    "a step": {
        "promotes": "Write `purpose: promotion` beside the verb.",
        "has-affiliate-link": _EARNS,
        "keep-for": _KEPT,
        "without-names": "`store` without `event.user` keeps no names.",
        "paid": _PAID,
        "unless": "Write `if: not …`.",
        "router": f"Write a group: `if:`, `do:` and `else:`. {_OTHERWISE}",
        "paths": f"What Zapier calls paths is a group: `if:`, `do:` and `else:`. {_OTHERWISE}",
        "filter": "Write `if:` beside the verb.",
        "delay-until": "Write `wait: {until: …}`.",
        "poll": f"A poll is a post with answers to press. {_BUTTONS}",
        "in": "It belongs to the verb: write `post: {text: …, in: …}`.",
        "sponsored-by": _PAID,
    },
    "the long form of a verb": {
        "poll": _BUTTONS,
        "quick-replies": _BUTTONS,
        "keyboard": _BUTTONS,
        "message-tag": "What Messenger calls a message tag is `template:`.",
        "hsm": "What WhatsApp calls so is `template:`.",
        "room": _ROOM,
        "server": _ROOM,
        "board": _ROOM,
        "subreddit": _ROOM,
        "alt": "Write `media: [{image: …, alt: …}]`.",
        "image": "Write `media:`, or `media: [{image: …, alt: …}]` with what can be seen.",
        "promotes": "Write `purpose: promotion` beside the verb.",
        "has-affiliate-link": _EARNS,
        "keep-for": _KEPT,
        "without-names": "`store` without `event.user` keeps no names.",
        "named-with-consent": "Who agreed to be named is a list: `lists: {crew: {agreed_to: naming}}`.",
        "public": "Write `visibility: public` or `visibility: private` beside the verb.",
        "what": "What is handed over is the `text:`.",
        "redirect": "Where an address leads to is not judged; write the address in which it ends.",
    },
    "a list of people": {
        "given-for": _ADMITS,
        "purpose": _ADMITS,
        "size": _HOW_MANY,
        "members": _HOW_MANY,
        "count": _HOW_MANY,
        "number": _HOW_MANY,
        "joined-by": _WHO_CAME,
        "left-by": _WHO_CAME,
        "source": _WHO_CAME,
    },
    "a verb": {
        **dict.fromkeys(("ai", "gpt", "chatgpt", "llm", "openai", "claude", "gemini", "prompt", "ask-ai"), _AI_WRITES),
        **dict.fromkeys(("message", "send-message", "text", "say"), _POST_OR_DM),
        "switch": f"Write a group: `if:`, `do:` and `else:`. {_OTHERWISE}",
        "timeout": "What Discord calls a timeout is `restrict`.",
        "add": "Write `list_add: {target: event.user, list: …}` for a list, or `invite` for a group.",
        "kick": "What Discord calls a kick is `ban`.",
    },
}
"""By what a message calls the place, then by the word as it is spelt elsewhere."""

UNLISTED = {
    "a platform": "For one that has no word of its own write `other`.",
    "an event": "If another program or the platform tells of it, write `{{event: webhook, named: {found}}}`; if a "
    "person of yours sets it off, write `started`. `sociable explain events` lists all events.",
}
"""What to write where no word is near and there are too many to list; ``{found}`` is what stands there."""

INSTEAD = {
    "kind": "It says what the account is: `bot` for a program, `user` for a person, `page` for a business. A channel "
    "or group is a place: write `in:` in the step that posts there.",
    "inbox": "Write `inbox: {read_by: …}`, or `inbox: unread` if nobody reads it.",
    "read_by": "Where nobody reads it write `inbox: unread`.",
    "pause": "Where nobody can write `pause: false`.",
    "operator": "Leave it out; that nobody answers for it is `admits: [nobody_answers]`.",
    "allowed_by": "Where they were not asked, or refused, write `approved: {automation: false}`.",
    "named": "It is one name. For several write an automation each, or use `contains:` with another event.",
    "hours": 'Write from when to when, such as `"9:00-17:30"`; where only the end is told, `"0:00-18:00"`.',
    "link": "It is one address. More of them go into the text.",
    "usual": "It is one rate: of several write the one that comes most often, such as `35 per day`.",
    "feed": "Write its address alone; what this project has published itself is left out with `ignore: [own_copies]`.",
    "stop_on": "It holds words. Another way out is `out_by:`, such as `out_by: [link, command]`.",
    "out_by": "It says how people get out, in one of these words: write `out_by: [link]` if they click a link, "
    "`[button]` for a button, `[form]` for a form, `[reply]` for an answer in any words, `[asking]` if they ask you.",
    "text": "It is one text. For each language write a step of its own, with `language:`.",
    "api_tier": "It is how X is paid for its API; what another platform has approved stands under `approved:`.",
    "audience": "Write `audience: {countries: [DE], languages: [de]}`.",
    "based_in": "Write the code of the country, such as `LV`; `EU` is anywhere in the European Union.",
    "countries": "Write the codes of the countries, such as `[LV, EE]`; `EU` is all of the European Union.",
    "during": 'Write from when to when, such as `during: {hours: "9:00-17:30"}`.',
    "once_per": "Write one of these words alone, such as `user` or `user per day`.",
    "target": "It is one group of people. For each of several write a step of its own.",
    "limit": "Write how often in what time, such as `20 per day` or `2 per user per day`.",
    "use": "It names the purpose for which facts about people are kept. For anything else take this line out; another "
    "account gets an automation of its own, with `account:`.",
    "via": "It says how the platform is reached: `api` by its official interface, `browser` by a program that works "
    "the website or the app, `unofficial` by a tool that the platform has not approved.",
    "wait": "Write how long, such as `3 days` or `2 hours`.",
    "timezone": "Write the name of a zone, such as `Europe/London`: it stands for all places with its clock.",
    "at": "For a time before a date write a step: `wait: {until: …}`.",
}
"""By key, for a value that has not even the form of one: where what was meant is said."""
