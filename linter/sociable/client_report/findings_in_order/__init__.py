"""What was found in its order and by number: what it is about, what weighs most, what ends with what has to stop."""
