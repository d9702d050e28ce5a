"""The conditions of the rule language: a class each, by what they speak of."""
