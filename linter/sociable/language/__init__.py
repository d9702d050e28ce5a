"""The rule language: literate pages to checked rules. It knows words and kinds, never a rule by name."""
