"""``relief water``: a drink is noted."""

from __future__ import annotations

import click

from relief_tui.cli.errors import CommandError
from relief_tui.coach.event import Drank
from relief_tui.services import Services

MOST_ML = 5000
"""Nobody drinks more at once: a larger number is a slip of the finger."""


@click.command("water", context_settings={"ignore_unknown_options": True})
@click.argument("ml", type=click.FloatRange(0, MOST_ML, min_open=True), required=False)
def water(ml: float | None) -> None:
    """Note a drink: a sip, or so many millilitres. There is no target to reach.

    \b
    Examples:
      relief water
      relief water 250
    """
    if ml is not None and ml != ml:
        raise click.BadParameter("nan is no amount", param_hint="ML")
    services = Services()
    try:
        services.log.write("", Drank(ml))
        if not services.log.flush():
            raise CommandError("\n".join(services.log.troubles))
        click.echo("Sip noted." if ml is None else f"{ml:g} ml noted.")
    finally:
        services.close()
