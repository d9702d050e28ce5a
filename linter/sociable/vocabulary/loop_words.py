"""How a loop ends, whether it grows, and how sure that is: words that rules and reports share."""

VERDICTS = {
    "settles": "it stops by itself once everybody has been reached",
    "flips": "it does and undoes the same thing for ever",
    "spawns": "it makes something new each time round, for ever",
    "spreads": "it takes in more people each time round",
}

LIMITED = {
    "flips": "it does and undoes the same thing again and again, as often as limits let it",
    "spawns": "it makes something new each time round, as often as limits let it",
    "spreads": "it takes in more people each time round, as often as limits let it",
}
"""The same of what would go on for ever, where limits on the way hold it back."""

GROWTH = {
    "plain": "each time round it is as much as before",
    "multiplies": "each time round it becomes more",
}

CERTAINTIES = {
    "certain": "nothing in the files keeps it from happening",
    "may": "the files do not show whether each round really sets off the next",
    "mirror": "somebody else's bot has to do the same",
}

STRANGERS_BOT = "somebody else's bot"
"""What a machine of somebody else is called on a loop of which one automation of ours is a part."""
