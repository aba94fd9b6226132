"""The command ``relief``: the two ways in that must not wait, and all others."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from relief_tui.cli.errors import explain


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``relief`` with ``argv`` (the process's own by default); the exit code.

    A command that returns a number sets the exit code with it. Errors become plain lines.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a letter still gets the line
            stream.reconfigure(errors="replace")
    try:
        code = _run(sys.argv[1:] if argv is None else list(argv))
        if sys.stdout is not None:
            sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last resort for all commands
        return explain(error)
    return code if isinstance(code, int) else 0


def _run(argv: list[str]) -> object:
    """Home and a relief without any option need no parser, which costs a tenth of a start."""
    if not argv:
        from relief_tui.cli.home import home

        return home(plain=False)
    if argv == ["now"]:
        from relief_tui.cli.face import relieve
        from relief_tui.services import Services
        from relief_tui.wishes import ReliefOptions

        return relieve(Services(), ReliefOptions())
    from relief_tui.cli.commands import root

    return root.main(argv, prog_name="relief", standalone_mode=False)
