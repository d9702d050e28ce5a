"""From what the files say to what it means for people: facts, still without any judgement."""
