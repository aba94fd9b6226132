"""The root of what can be told to a person in a line or two."""

from __future__ import annotations


class ReliefError(Exception):
    """Something expected went wrong.

    ``str(error)`` is one or two plain lines for the person: the file, the place in it, the mend.
    """
