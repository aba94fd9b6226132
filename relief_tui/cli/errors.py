"""What went wrong, as a line or two on stderr and an exit code; never a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from relief_tui.errors import ReliefError
from relief_tui.firstcue import FIRST_CUE

if TYPE_CHECKING:
    import click

    from relief_tui.wishes import Refusal

FAILED, MISUSED, INTERRUPTED = 1, 2, 130
DEBUG_VARIABLE = "RELIEF_DEBUG"


class CommandError(ReliefError):
    """A command cannot do what was asked."""


def refused(refusal: Refusal) -> CommandError:
    """Why something may not be done now, and where the red flag behind it is read and cleared."""
    more = " Press ! in relief to read it, or to clear it." if refusal.cards else ""
    return CommandError(refusal.words + more)


def say(text: str) -> None:
    """Write ``text`` to stderr as plain lines, each after ``relief:``, without control codes."""
    from relief_tui.coach.text import printable  # nothing to load where nothing went wrong

    for line in text.splitlines():
        _to_stderr(f"relief: {printable(line)}\n")


def explain(error: BaseException) -> int:
    """Tell the person what ``error`` means to them; the exit code for it.

    With ``RELIEF_DEBUG`` set, an error that nobody expected shows its traceback.
    """
    import click  # where nothing goes wrong and nothing is parsed, nobody waits for it

    FIRST_CUE.leave()  # or the lines would go away with it
    match error:
        case KeyboardInterrupt() | click.Abort():
            return INTERRUPTED
        case click.UsageError():
            say(f"{error.format_message()}\n{_where_help_is(error.ctx)}")
            return MISUSED
        case click.ClickException():
            say(error.format_message())
        case ReliefError():
            say(str(error))
        case OSError():
            _release_stdout()
            if not isinstance(error, BrokenPipeError):
                what = error.strerror or str(error)
                say(f"{error.filename}: {what}" if error.filename else what)
        case _:
            _unexpected(error)
    return FAILED


def _to_stderr(text: str) -> None:
    """Nobody may be there to read it: a terminal that went away, a stream that was closed."""
    with suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()


def _where_help_is(context: click.Context | None) -> str:
    return f"see {context.command_path if context else 'relief'} --help"


def _unexpected(error: BaseException) -> None:
    if os.environ.get(DEBUG_VARIABLE):
        import traceback

        _to_stderr("".join(traceback.format_exception(error)))
        return
    said = " ".join(str(error).split())
    said = f"{type(error).__name__}: {said}" if said else type(error).__name__
    say(f"unexpected {said} ({DEBUG_VARIABLE}=1 shows where)")


def _release_stdout() -> None:
    """Let what cannot be written go nowhere, or the interpreter complains of it on leaving."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
