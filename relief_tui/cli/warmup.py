"""``relief warmup``: a guided warm-up, one of those that come with Relief or one's own."""

from __future__ import annotations

import click

from relief_tui.cli.errors import refused
from relief_tui.cli.face import plain_wanted, run_app
from relief_tui.cli.options import plain_option
from relief_tui.coach.routine import Routine, with_more
from relief_tui.content.routines import MORE, load_routine
from relief_tui.services import Services
from relief_tui.wishes import WarmupWish


@click.command("warmup")
@click.argument("name", required=False)
@click.option("--from", "first", type=click.IntRange(1), metavar="N", help="Begin at line N.")
@click.option("--roll-more", is_flag=True, help="With the long rolling in place of the short one.")
@plain_option
def warmup(name: str | None, first: int | None, roll_more: bool, plain: bool) -> int:
    """A guided warm-up: full, standard, express, or a routine of your own by its name.

    Without a name you choose from a list. With no key pressed it goes on by itself.

    \b
    Examples:
      relief warmup standard
      relief warmup full --from 3 --roll-more
    """
    services = Services()
    try:
        wish = _wish(services, name, first, roll_more=roll_more)
        _check(services, wish)
        if plain_wanted(services, plain):
            from relief_tui.plain import PlainFace

            return PlainFace(services).warmup(wish)
        return run_app(services, wish)
    finally:
        services.close()


def _wish(
    services: Services, name: str | None, first: int | None, *, roll_more: bool
) -> WarmupWish:
    """What was asked for; raises ``click.UsageError`` if a name is missing, or that many lines."""
    if name is None:
        if first is not None or roll_more:
            raise click.UsageError("--from and --roll-more need the NAME of a routine")
        return WarmupWish()
    routine: Routine = services.shelf.find(name)
    if roll_more:
        routine = with_more(routine, load_routine(MORE))
    count = len(routine.steps)
    if first is not None and first > count:
        raise click.BadParameter(
            f"{routine.name} has {count} line{'s' * (count > 1)}", param_hint="--from"
        )
    return WarmupWish(routine, (first or 1) - 1)


def _check(services: Services, wish: WarmupWish) -> None:
    """Raises ``CommandError`` if something speaks against it."""
    if wish.routine is None:
        return
    refusal = services.warmup_refused(wish.routine, line=wish.line)
    if refusal is not None:
        raise refused(refusal)
