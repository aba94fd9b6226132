"""The leg in plain characters, where no half blocks or no colours can be had."""

from __future__ import annotations

import re

from relief_tui.blocks.figure import Moment
from relief_tui.blocks.poses import FRAMES

_TURNED = str.maketrans("/\\()<>", "\\/)(><")

_SITTING = (
    r"""
 _________________________
|   knee     shin         '-._
|_____  calf  ________        '-.
      '------'        '--._     /
                           '-._/
=============================
""",
    r"""
                        ___
                       /   |   <==
 _____________________/    |
|   knee     shin          |
|_____  calf  _______      |
      '------'       '-----'
==============================
""",
)
_WEDGE = (
    r"""
      |     |
 calf |     |
      |     |
      |     |____
      |__________)
             /   |
============/____|
""",
    r"""
         /     /
  calf  /     /
       /     /_.-'
  ||  /    .-' .'
  \/ |  .-' .-'  |
     '-' .-'     |
======='_________|
""",
)
_LUNGE = (
    r"""
      |     |
 calf |     |
      |     |
      /     \
     /  .-.  \
    /_.'   '. \
=============='==
""",
    r"""
           /     /
          /     /  ==>
   calf  /     /
        /     /
       /     /___
      |__________)
==================
""",
)
_BENT = (
    r"""
       \     \
        |     ) knee
   calf |     |
        |     |
        |     |___
        |_________)
===================
""",
    r"""
    \      \
      \      \
       /      ) knee ==>
 calf /     /
     /     /____
    |___________)
=================
""",
)
_LOADED = r"""
       |     |   ||
       |     )   \/
  calf |     /
      /     /
      |     |___
      |_________)
==================
"""
_HEEL = r"""
      |     |
 calf |     |
      |     |    /\
      |     |_.-'||
      |     _.-'
       '.-''
==================
"""
_DRAWN: dict[str, tuple[str, str]] = {
    "sitting": _SITTING,
    "wedge": _WEDGE,
    "lunge": _LUNGE,
    "bent": _BENT,
    "loaded": (_LOADED, _LOADED),
    "heel": (_HEEL, _HEEL),
}


def plain_figure(moment: Moment) -> tuple[str, ...]:
    """The lines of the drawing that is nearest to the moment, all of one length; none for a pose
    that is not drawn in characters."""
    drawn = _DRAWN.get(moment.pose)
    if drawn is None:
        return ()
    lines = drawn[2 * moment.frame >= FRAMES].strip("\n").split("\n")
    wide = max(map(len, lines))
    lines = [line.ljust(wide) for line in lines]
    return tuple(map(_mirrored, lines) if moment.mirrored else lines)


def _mirrored(line: str) -> str:
    """The line the other way round, its words still to be read."""
    turned = line[::-1].translate(_TURNED)
    return re.sub(r"[a-z]+", lambda word: word.group()[::-1], turned)
