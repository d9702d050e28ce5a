"""How what rules ask of things reads in a sentence: a clause for each, said and denied.

The clauses name what they speak of, so that they stand by themselves: “it” is the step. Where an attribute has words,
a set or a number, ``{}`` stands for them; where a word needs a clause of its own, ``FITTED`` has it.
"""

from collections.abc import Mapping

from sociable.records.record import Record
from sociable.vocabulary.crowds import TARGET_KINDS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.platforms import HOSTS
from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import ADMISSIONS
from sociable.vocabulary.verbs import VERBS


class Phrase(Record):
    """A clause, and the same denied."""

    said: str
    denied: str


def _deed(does: str) -> str:
    told = does.replace("a post of {}", "a post").replace("the profile of {}", "a profile")
    return told.replace("writes to {}", "writes to {} in private").format("somebody")


_AGREED = {
    "taken": "were bought or looked up",
    "ended": "have left",
    "none": "did nothing that asks for it",
    "asked": "did something that asks for it",
    "agreed": "agreed to it",
    "inside": "are our own people",
    "chosen": "were chosen by a person of ours",
    "nobody": "are nobody who could be asked",
}
_TIES = {
    "nothing": "nobody in particular",
    "ours": "people who chose us",
    "team": "people who work with us",
    "others": "people for their tie to somebody else",
    "search": "people whom a search found",
    "file": "people from a list or table",
}

FITTED: Mapping[str, Mapping[str, str]] = {
    "event": {name: row.starts for name, row in EVENTS.items()},
    "event_group": {
        "spoke_to_us": "somebody speaks to us",
        "in_our_room": "somebody speaks in a room of ours",
        "acted_towards_us": "somebody turns to us without words",
        "left_us": "somebody leaves us",
        "fell_silent": "nothing comes of somebody for a while",
        "elsewhere": "something happens elsewhere",
        "our_doing": "we do something ourselves",
        "the_world": "its time comes, or another program starts it",
    },
    "verb": {name: _deed(row.does) for name, row in VERBS.items()},
    "verb_group": {"tie": "makes or ends a tie to somebody"},
    "law": {
        "eu": "European Union law",
        "de": "German law",
        "fr": "French law",
        "us": "the law of the United States",
        "gb": "the law of the United Kingdom",
        "eu-mail": "European Union law on advertising by e-mail",
        "gb-offices": "what the United Kingdom asks of its public bodies",
        "gb-mail": "the United Kingdom's law on advertising by e-mail",
    },
    "admission": {name: f"“{doc.split(':')[0]}”" for name, doc in ADMISSIONS.items()},
    "purpose": {
        "promotion": "advertising",
        "giveaway": "a prize",
        "growth": "a larger audience",
        "campaign": "a campaign",
    },
    "size": {"bounded": "a known set of people", "open": "people whom nobody knows beforehand"},
    "consent": _AGREED,
    "relation": _TIES,
    "target_kind": {name: doc for name, doc in TARGET_KINDS.items() if "`" not in doc},
    "judged_by": {"nothing": "nothing but that they came", "mood": "the mood of what they wrote"},
    "inbox": {"unread": "nobody reads what people write back within a month"},
    "audience": {
        "public": "anybody",
        "group": "the members of a channel, a server or a mailing list",
        "person": "the person it is meant for",
        "inward": "nobody outside",
    },
    "visibility": {"public": "anybody", "unlisted": "anybody who has its address", "private": "one person"},
    "disclosure": {name: row.doc.removeprefix("says ") for name, row in DISCLOSURES.items()},
    "entry": {
        "follow_others": "a follow to other people",
        "tag": "the names of other people",
        "bring_others": "other people whom they bring",
        "remove_review": "up a review that they wrote",
    },
    "account_kind": {"persona": "that of somebody who does not exist"},
    "server": {word: host for host, word in HOSTS.items()},
}
"""Words of a list as they stand in a clause, where their description is made for a table."""

PHRASES: Mapping[tuple[str, str], Phrase] = {
    key: Phrase(*pair)
    for key, pair in {
        # accounts
        ("account", "has_handle"): (
            "the file says under which name people see the account",
            "the file does not say under which name people see the account",
        ),
        ("account", "inbox"): ("{}", "nothing says that {}"),
        ("account", "is_read_late"): ("people wait a month or longer for an answer", "people do not wait for a month"),
        ("account", "kind"): ("the account is {}", "the account is not {}"),
        ("account", "laws"): ("{} holds for the account", "{} does not hold for the account"),
        ("account", "marks_apps"): (
            "the platform shows in every conversation that it is a bot",
            "the platform does not show in every conversation that it is a bot",
        ),
        ("account", "number"): ("the number of accounts that it stands for is {}", ""),
        ("account", "platform"): ("the account is on {}", "the account is not on {}"),
        ("account", "run_by"): ("the account is kept by {}", "the account is not kept by {}"),
        ("account", "server"): ("the account is on {}", "the account is not on {}"),
        ("account", "api_tier"): ("the access to its API is {}", "the access to its API is not {}"),
        # automations
        ("automation", "admitted"): ("the file says {}", "the file does not say {}"),
        ("automation", "reviews_on"): (
            "the reviews that it is about stand on {}",
            "the reviews that it is about do not stand on {}",
        ),
        ("automation", "asks_by_a_condition"): (
            "what starts it, a key or a condition asks people for something",
            "only words of a text ask people for something",
        ),
        ("automation", "asks_for_a_price"): (
            "people have to give something for it",
            "people have to give nothing for it",
        ),
        ("automation", "waits_for_bots"): ("bots start it", "bots do not start it"),
        ("automation", "names_bots"): ("the file lets bots start it", "the file does not let bots start it"),
        ("automation", "ends_by_unfollowing"): ("people end it by unfollowing", "people do not end it by unfollowing"),
        ("automation", "can_be_ended"): ("people can end it", "people cannot end it"),
        ("automation", "came_by"): (
            "of those who set it off the file says that {}",
            "the file does not say of those who set it off that {}",
        ),
        ("automation", "event"): ("it starts when {}", "it does not start when {}"),
        ("automation", "is_at_home"): (
            "it acts in a place that is ours, or that has let it in",
            "it acts in no place that is ours or has let it in",
        ),
        ("automation", "is_called"): ("people call for it", "nobody calls for it"),
        ("automation", "is_conditional"): (
            "a condition decides whether it runs",
            "no condition decides whether it runs",
        ),
        ("automation", "is_for_closed_hours"): (
            "it only runs while nobody is there",
            "it also runs while somebody is there",
        ),
        ("automation", "is_for_named_people"): (
            "it only acts for accounts that the file names",
            "it acts for others than accounts that the file names",
        ),
        ("automation", "is_for_our_people"): (
            "only our own people start it",
            "others than our own people start it",
        ),
        ("automation", "is_narrowed"): ("something chooses what starts it", "nothing chooses what starts it"),
        ("automation", "is_once_each"): (
            "each person, or each conversation, gets it once",
            "the same person can get it again",
        ),
        ("automation", "is_over"): ("its last day has passed", "its last day has not passed"),
        ("automation", "is_possible"): (
            "its platform can tell when that happens",
            "its platform cannot tell when that happens",
        ),
        ("automation", "price"): ("people have to give {}", "people do not have to give {}"),
        ("automation", "promises_chances"): (
            "words of a text promise one more chance for it",
            "no words of a text promise one more chance for it",
        ),
        ("automation", "rewards_reviews"): (
            "a sentence asks for a review and promises something for it",
            "no sentence asks for a review and promises something for it",
        ),
        ("automation", "purpose"): ("its purpose is {}", "its purpose is not {}"),
        ("automation", "stops_on_words"): ("a word of their own ends it for somebody", "no word ends it for anybody"),
        ("automation", "times_each_a_day"): ("the same person gets it {} times a day", ""),
        ("automation", "waits_for_words"): ("only certain words start it", "it starts whatever the words are"),
        # steps
        ("step", "asks_for_reviews"): ("it asks for a public review", "it asks for no public review"),
        ("step", "audience"): ("{} can see it", "it is not so that {} can see it"),
        ("step", "burst"): ("{} posts of one run come within a day", ""),
        ("step", "consent"): ("the people it is aimed at {}", "it is not known that the people it is aimed at {}"),
        ("step", "disclose"): (
            "by what the file says, the text says {}",
            "the file does not say that the text says {}",
        ),
        ("step", "has_aim"): ("it is known whom it is aimed at", "nothing says whom it is aimed at"),
        ("step", "has_template"): (
            "the platform has approved its form of words",
            "the platform has not approved its form of words",
        ),
        ("step", "hours_after_event"): ("it comes {} hours after what started it", ""),
        ("step", "is_about_complaints"): (
            "it only happens after angry or unhappy words",
            "it does not only happen after angry or unhappy words",
        ),
        ("step", "is_among_us"): ("only our own people are in the room", "not only our own people are in the room"),
        ("step", "is_announced"): (
            "whoever gets it was told before that a machine writes",
            "whoever gets it was not told before that a machine writes",
        ),
        ("step", "is_approved"): (
            "a person of ours says yes before it happens",
            "nobody has to say yes before it happens",
        ),
        ("step", "is_conditional"): ("a condition decides about it", "no condition decides about it"),
        ("step", "is_first_answer"): (
            "it answers whoever writes for the first time, and nobody again",
            "it does not only answer whoever writes for the first time",
        ),
        ("step", "is_follow_up"): (
            "the same person got a message before in that run",
            "it is the first message of that run to that person",
        ),
        ("step", "is_for_followers"): ("only people who follow us get it", "not only people who follow us get it"),
        ("step", "is_for_good_ratings"): (
            "only people who gave a high rating are asked for a review",
            "not only people who gave a high rating are asked for a review",
        ),
        ("step", "is_for_own_post"): (
            "it is aimed at a post of one of our accounts",
            "it is not certain to be aimed at a post of ours",
        ),
        ("step", "is_in_open_room"): ("anybody may come into the room", "the room is not known to be open to anybody"),
        ("step", "is_against_abuse"): (
            "insults, threats, lures or addresses pick it out",
            "what picks it out may be an opinion",
        ),
        ("step", "is_let_in"): (
            "the room is ours, or its keepers let it in",
            "the room is not ours, and nothing says that its keepers let it in",
        ),
        ("step", "is_limited"): (
            "something says how often it may happen at most",
            "nothing says how often it may happen at most",
        ),
        ("step", "is_of_many"): (
            "many accounts of one hand do it",
            "it is not known to be done by many accounts of one hand",
        ),
        ("step", "is_possible"): ("its platform has such a thing", "its platform has no such thing"),
        ("step", "is_reached"): ("no `stop` comes before it", "a `stop` before it ends every run"),
        ("step", "is_refused"): (
            "those who keep the room have not agreed",
            "nothing says that those who keep the room have not agreed",
        ),
        ("step", "is_solicited"): (
            "the person it is aimed at asked for an answer",
            "the person it is aimed at did not ask for an answer",
        ),
        ("step", "judges"): ("what decides about the person is {}", "what decides about the person is not {}"),
        ("step", "looks_at_content"): ("a condition looks at what was said", "no condition looks at what was said"),
        ("step", "touches_platform"): ("it has to do with the platform", "it has nothing to do with the platform"),
        ("step", "came_by"): ("{}, and so came onto the list", "{} is not how the people came onto the list"),
        ("step", "needs_contract"): (
            "the platform only takes it under a contract",
            "the platform takes it without a contract",
        ),
        ("step", "purpose"): ("its purpose is {}", "its purpose is not {}"),
        ("step", "room_members"): ("{} people are in the room", ""),
        ("step", "shows_ai"): (
            "an AI made the picture, film or sound in it",
            "no AI is known to have made a picture, film or sound in it",
        ),
        ("step", "times_a_day"): ("the clock makes it happen {} times a day", ""),
        ("step", "use"): ("what it stores is for {}", "what it stores is not for {}"),
        ("step", "verb"): ("it {}", "it is no step that {}"),
        ("step", "via"): ("it reaches the platform by {}", "it does not reach the platform by {}"),
        ("step", "visibility"): ("it is meant to be seen by {}", "it is not meant to be seen by {}"),
        ("target", "kind"): ("it is aimed at {}", "it is not aimed at {}"),
        ("target", "size"): ("it is aimed at {}", "it is not aimed at {}"),
        ("target", "through"): ("it is aimed at {}", "it is not aimed at {}"),
        # what happens, and what is done
        ("event", "asked"): ("{}", "it is not so that {}"),
        ("event", "group"): ("it starts when {}", "it does not start when {}"),
        ("verb", "group"): ("it {}", "it is no step that {}"),
        ("open_facts", "is_said_to_be_unknown"): ("the file says that nobody knows it", "no file speaks of it"),
        # texts
        ("text", "admits"): ("the text says {}", "the text does not say {}"),
        ("quota", "is_of_one_step"): ("one step alone comes to that", "several steps come to that together"),
        ("text", "denies_machine"): (
            "the text denies that a machine writes",
            "the text does not deny that a machine writes",
        ),
        ("text", "says_where_to_ask"): (
            "the text says where people can ask",
            "the text does not say where people can ask",
        ),
        ("text", "names_another_way"): (
            "the text names a telephone number or an e-mail address",
            "the text names no telephone number and no e-mail address",
        ),
        ("step", "is_part_of_it"): ("it is part of what they booked", "it is no part of what they booked"),
        ("text", "cheers"): ("the text is glad of something", "the text is not glad of anything"),
        ("text", "hides_machine"): (
            "the AI was told to hide what it is",
            "the AI was not told to hide what it is",
        ),
        ("text", "asks_for_details"): (
            "the text asks people to write their details there",
            "the text asks nobody to write details there",
        ),
        ("text", "repeats_entries"): (
            "the text repeats what people entered or sent in",
            "the text does not repeat what people entered or sent in",
        ),
        ("text", "is_opinion"): (
            "the text is given out as the opinion of a customer",
            "the text is not given out as the opinion of a customer",
        ),
        ("text", "hides_its_label"): (
            "only a tag that readers miss says that it is paid for",
            "no tag that readers miss has to say that it is paid for",
        ),
        ("text", "bares"): (
            "the text tells what people keep to themselves",
            "the text tells nothing that people keep to themselves",
        ),
        ("text", "blames"): (
            "our own words hold something against whoever is named",
            "our own words hold nothing against whoever is named",
        ),
        ("text", "rates"): (
            "the text tells people what a program makes of them",
            "the text tells nobody what a program makes of them",
        ),
        ("text", "counts"): ("the text tells how many {} are", "the text does not tell how many {} are"),
        ("text", "feigns_an_answer"): (
            "the subject line looks like an answer, and nobody had written",
            "the subject line does not pretend to be an answer",
        ),
        ("text", "is_filled_in"): ("all its places are filled in", "a place in the text stays empty"),
        ("text", "is_fixed"): ("the text is the same each time", "the text is not the same each time"),
        ("text", "is_paid"): ("somebody pays for it", "nobody is known to pay for it"),
        ("text", "is_ready_made"): (
            "all of the text was written beforehand, but for names and numbers",
            "not all of the text was written beforehand",
        ),
        ("text", "names_strangers"): (
            "the text names people for their tie to somebody else",
            "the text names nobody for their tie to somebody else",
        ),
        ("text", "naming"): (
            "the people whom the text names {}",
            "it is not known that the people whom the text names {}",
        ),
        ("text", "origins"): ("part of the text is {}", "no part of the text is {}"),
        ("text", "repeats_prompt"): (
            "an AI is told the same each time, and writes it",
            "the text is not by an AI that is told the same each time",
        ),
        # loops
        ("loop", "accounts"): ("the number of accounts on the loop is {}", ""),
        ("loop", "growth"): ("{}", "it is not so that {}"),
        ("loop", "is_bounded"): ("a brake ends the loop after a while", "no brake ends the loop"),
        ("loop", "is_slow"): (
            "limits keep the loop to one round a day",
            "no limit keeps the loop to one round a day",
        ),
        ("loop", "platforms"): ("the number of platforms on the loop is {}", ""),
        ("loop", "verdict"): ("{}", "it is not so that {}"),
        # the rest
        ("declaration", "is_used"): (
            "an automation runs on it or speaks of it",
            "no automation runs on it or speaks of it",
        ),
        ("declaration", "is_awaited"): (
            "an automation waits for its posts, by its handle",
            "no automation waits for its posts by its handle",
        ),
        ("group", "accounts"): ("the number of accounts that say it is {}", ""),
        ("group", "size"): ("the number of those that are alike is {}", ""),
        ("guard", "always_holds"): ("the condition is true whatever happens", "the condition is not always true"),
        ("guard", "never_holds"): ("nothing that happens fulfils the condition", "something can fulfil the condition"),
        ("made_value", "is_used"): ("something speaks of it later", "nothing speaks of it later"),
        ("overlong_text", "evidence"): ("{}", "it is not so that {}"),
        ("quota", "evidence"): ("{}", "it is not so that {}"),
        ("quota", "is_certain"): ("schedules alone come to that", "schedules alone do not come to that"),
        ("quota", "verbs"): ("the limit counts how often it {}", "the limit does not count how often it {}"),
        ("reference", "is_known"): ("a file describes that account", "no file describes that account"),
        ("repeat", "again"): ("{}", "it is not so that {}"),
    }.items()
}
"""By kind and attribute. A number needs no denial: its comparison is turned round."""
