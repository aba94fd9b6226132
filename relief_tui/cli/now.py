"""``relief now``: relief at once."""

from __future__ import annotations

import click

from relief_tui.cli.face import relieve
from relief_tui.cli.options import load_of, plain_option, weight_option
from relief_tui.coach.step import Side
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions

MACHINES = ("prone", "seated", "standing", "other")


@click.command("now")
@click.option("--side", type=click.Choice([side.value for side in Side]), help="Which calf.")
@click.option("--machine", type=click.Choice(MACHINES), help="What you are on.")
@click.option("--hold", type=click.FloatRange(10, 20), help="Seconds of every hold, 10 to 20.")
@click.option("--exercise", metavar="NAME", help="What you were doing.")
@weight_option
@click.option("--practice", is_flag=True, help="Try it; nothing is kept.")
@plain_option
def now(
    side: str | None,
    machine: str | None,
    hold: float | None,
    exercise: str | None,
    weight: str | None,
    practice: bool,
    plain: bool,
) -> int:
    """Relief at once: weight down, toes to the shin, hold, check. Never asks first.

    With no key pressed it goes on by itself and stops safely at its limits.

    \b
    Example:
      relief now --side left --machine prone --weight 45kg
    """
    if hold is not None and hold != hold:
        raise click.BadParameter("nan is no number of seconds", param_hint="--hold")
    services = Services()
    options = ReliefOptions(
        side=Side(side) if side else None,
        machine=machine,
        hold_s=hold,
        exercise=exercise,
        load=load_of(weight, services),
        practice=practice,
    )
    return relieve(services, options, plain=plain)
