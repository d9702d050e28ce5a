"""The small language of ``if:`` and ``{{ … }}``: paths, values, comparisons, ``and or not``."""
