"""Whether anything but the terminal's bell can reach the person from this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

SOUND_VARIABLE = "RELIEF_SOUND"
BELL = "bell"
SSH = ("SSH_CONNECTION", "SSH_TTY")

FAR = "over ssh: the speaker is at the other end"
WISHED = f"{SOUND_VARIABLE}={BELL}"
SET = "set so"
NOBODY = "no terminal"


def only_bell(environ: Mapping[str, str] = os.environ, *, attended: bool | None = None) -> str:
    """Why only the bell is used here; empty if tones and voice may be.

    ``attended``: whether a person sits at a terminal; None looks at standard input and output.
    """
    if environ.get(SOUND_VARIABLE) == BELL:
        return WISHED
    if any(name in environ for name in SSH):
        return FAR
    return "" if (_attended() if attended is None else attended) else NOBODY


def _attended() -> bool:
    """One end is enough: a screen reader may read what is piped, a person press what is not."""
    return any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
