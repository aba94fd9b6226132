"""Which face a run has here: the app on a terminal, lines of text everywhere else."""

from __future__ import annotations

import gc
import os
import sys
from typing import TextIO

from relief_tui.cli.errors import say
from relief_tui.firstcue import FIRST_CUE
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions, Wish

PLAIN_VARIABLE = "RELIEF_PLAIN"


def plain_wanted(services: Services, asked: bool) -> bool:
    """True if plain lines were asked for, are set, or are all that works here."""
    return (
        asked
        or PLAIN_VARIABLE in os.environ
        or os.environ.get("TERM", "dumb" if sys.platform != "win32" else "") == "dumb"
        or not all(map(_is_terminal, (sys.stdin, sys.stdout, sys.stderr)))
        or services.settings.plain
    )


def _is_terminal(stream: TextIO | None) -> bool:
    """Asked of standard error too: that is where Textual draws."""
    return stream is not None and stream.isatty()


def run_app(services: Services, first: Wish | None = None) -> int:
    """Run the app at home, or with what comes first; what did not work is told at its end."""
    gc.disable()  # a start makes many objects and no garbage; the app enables it when it is ready
    from relief_tui.app import ReliefApp

    app = ReliefApp(services, first)
    FIRST_CUE.heed()
    app.run()
    if app.failure is not None:
        raise app.failure
    for trouble in services.troubles:
        say(trouble)
    return app.return_code or 0


def relieve(services: Services, options: ReliefOptions, *, plain: bool = False) -> int:
    """Relief at once, on whichever face there is; the services are closed at its end."""
    try:
        if not plain_wanted(services, plain):
            return run_app(services, options)
        FIRST_CUE.leave()
        from relief_tui.plain import PlainFace

        return PlainFace(services).relief(options)
    finally:
        services.close()
