"""``relief water``: a drink is noted."""

from __future__ import annotations

from contextlib import suppress

import click

from relief_tui.cli.errors import CommandError
from relief_tui.coach.event import Drank
from relief_tui.coach.reminders import SIP_NOTED
from relief_tui.services import Services

MOST_ML = 5000
"""Nobody drinks more at once: a larger number is a slip of the finger."""


@click.command("water", context_settings={"ignore_unknown_options": True})
@click.argument("amount", metavar="[ML]", required=False)
def water(amount: str | None) -> None:
    """Note a drink: a sip, or so many millilitres. There is no target to reach.

    \b
    Examples:
      relief water
      relief water 250
    """
    ml = None if amount is None else _ml(amount)
    services = Services()
    try:
        services.log.write("", Drank(ml))
        if not services.log.flush():
            raise CommandError("\n".join(services.log.troubles))
        sip = SIP_NOTED if services.script.words.sip else "Noted."
        click.echo(sip if ml is None else f"{ml:g} ml noted.")
    finally:
        services.close()


def _ml(text: str) -> float:
    """The amount in millilitres; raises ``click.BadParameter`` for anything that is none."""
    with suppress(ValueError):
        ml = float(text.lower().removesuffix("ml").strip().replace(",", "."))
        if 0 < ml <= MOST_ML:
            return ml
    raise click.BadParameter(
        f"{text!r} is no amount; write millilitres up to {MOST_ML}, such as 250", param_hint="ML"
    )
