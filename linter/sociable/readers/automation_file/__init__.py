"""From bytes to a ``Setup``: the only part of the linter that knows YAML, files and folders."""
