"""``relief recovery``: an active-recovery set by metronome."""

from __future__ import annotations

import click

from relief_tui.cli.errors import refused
from relief_tui.cli.face import plain_wanted, run_app
from relief_tui.cli.options import load_of, plain_option, weight_option
from relief_tui.services import Services


@click.command("recovery")
@weight_option
@click.option("--sets", type=click.IntRange(1, 2), default=1, help="One set (usual) or two.")
@plain_option
def recovery(weight: str | None, sets: int, plain: bool) -> int:
    """Active recovery: 8 slow repetitions with next to no load, in the straight half.

    The load is a quarter of the working load, as far as the gym can set it (rule of thumb).

    \b
    Example:
      relief recovery --weight 45kg
    """
    services = Services()
    try:
        light = services.light_set(load_of(weight, services), sets)
        refusal = services.curls_refused()
        if refusal is not None:
            raise refused(refusal)
        if plain_wanted(services, plain):
            from relief_tui.plain import PlainFace

            return PlainFace(services).recovery(light)
        return run_app(services, light)
    finally:
        services.close()
