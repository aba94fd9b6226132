"""``relief check``: what works on this machine; with a person there, also what reaches them."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from relief_tui.cli.options import json_option

if TYPE_CHECKING:
    from relief_tui.services import Services


_REVERSED, _AS_IT_WAS = "\x1b[?5h", "\x1b[?5l"
_YES, _NO, _LEAVE = ("y", "Y"), ("n", "N"), ("ctrl+d", "escape", "q")


@click.command()
@json_option
def check(as_json: bool) -> None:
    """Show what works here: terminal, sound, voice, light, journal, settings, folders.

    On a terminal it then plays, speaks and flashes, asks what of it reached you, and remembers
    that. With --json, and where nobody can answer, it asks nothing and makes no sound.

    \b
    Examples:
      relief check
      relief check --json
    """
    from relief_tui.cli.themes import why_not
    from relief_tui.report.check import check_value, lines
    from relief_tui.services import Services

    services = Services(attended=True)  # what would be heard, also where this is piped
    try:
        value = check_value(services, why_not(services.settings.theme))
        if as_json:
            import msgspec

            click.echo(msgspec.json.format(msgspec.json.encode(value)))
            return
        click.echo("\n".join(lines(value)))
        if sys.stdin.isatty() and sys.stdout.isatty():
            click.echo()
            _try_out(services)
    finally:
        services.close()


def _try_out(services: Services) -> None:
    from relief_tui.plain.page import Page
    from relief_tui.plain.trial import Trial

    page = Page()
    Trial(services, ask=_ask, say=page.line, ring=page.ring, flash=_flash).run()


def _ask(question: str) -> bool | None:
    """Yes or no by one key; None once there is no input any more."""
    from relief_tui.plain.signals import Signalled
    from relief_tui.plain.stdin import StdinKeys

    click.echo(f"{question} (y/n) ", nl=False)
    try:
        with StdinKeys() as keys:
            while (key := keys.key(None)) not in _LEAVE and not (key is None and keys.ended):
                if key == "ctrl+c":
                    raise KeyboardInterrupt
                if key in (*_YES, *_NO):
                    click.echo(key)
                    return key in _YES
    except Signalled as signalled:
        raise SystemExit(128 + signalled.number) from signalled
    click.echo()
    return None


def _flash() -> None:
    """All of the screen in reverse, once."""
    from relief_tui.screens.light import FLASH_S

    try:
        click.echo(_REVERSED, nl=False)
        time.sleep(FLASH_S)
    finally:  # who leaves in the middle of it gets the screen back too
        click.echo(_AS_IT_WAS, nl=False)
