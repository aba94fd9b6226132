"""Relief: a terminal coach for the lifter whose calf cramps in the middle of a set."""

__version__ = "0.1.0"
