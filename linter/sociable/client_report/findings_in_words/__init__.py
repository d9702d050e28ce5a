"""Each finding told: how grave it is, where it stands, what to do about it, who has a part in it."""
