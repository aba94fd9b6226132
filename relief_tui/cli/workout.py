"""``relief workout``: sets, rests and reminders."""

from __future__ import annotations

import click

from relief_tui.cli.errors import refused
from relief_tui.cli.face import plain_wanted, run_app
from relief_tui.cli.options import Rest, load_of, plain_option, weight_option
from relief_tui.coach.step import Tempo
from relief_tui.coach.workout.card import LONGEST_REST_S, MOST_REPS, MOST_SETS
from relief_tui.services import Services
from relief_tui.wishes import WorkoutWish

NO_NAME = '{!r} is no name of an exercise; write for example "Leg curl"'


def _name(_context: click.Context, _argument: click.Parameter, text: str | None) -> str:
    """The exercise that is named, empty where none is; a name of blanks is a slip, not none."""
    if text is not None and not text.strip():
        raise click.BadParameter(NO_NAME.format(text), param_hint="EXERCISE")
    return text.strip() if text else ""


@click.command("workout")
@click.argument("exercise", required=False, callback=_name)
@weight_option
@click.option("--sets", type=click.IntRange(1, MOST_SETS), help=f"Sets planned, 1 to {MOST_SETS}.")
@click.option("--reps", type=click.IntRange(1, MOST_REPS), help="Repetitions of each.")
@click.option(
    "--rest",
    type=Rest(0, LONGEST_REST_S),
    metavar="S",
    help="Seconds of rest after each set, up to an hour.",
)
@click.option("--tempo", metavar="3-0-3", help="A metronome leads: lowering, pause, lifting.")
@plain_option
def workout(
    exercise: str,
    weight: str | None,
    sets: int | None,
    reps: int | None,
    rest: float | None,
    tempo: str | None,
    plain: bool,
) -> int:
    """Sets that wait for a key, rests that count by themselves, reminders that are due.

    Exercise, load and repetitions that are not said are as last time; sets are 3 and a rest is
    150 s. With no exercise named, a workout that was cut off goes on as it was. With no key
    pressed nothing is logged.

    \b
    Examples:
      relief workout "Leg curl" --weight 45kg
      relief workout --sets 4 --reps 8 --rest 180
    """
    services = Services()
    try:
        load = load_of(weight, services)
        wish = WorkoutWish(exercise, load, sets, reps, rest, _tempo(tempo))
        refusal = services.gates.training_refused()
        if refusal is not None:
            raise refused(refusal)
        if plain_wanted(services, plain):
            from relief_tui.plain import PlainFace

            return PlainFace(services).workout(wish)
        return run_app(services, wish)
    finally:
        services.close()


def _tempo(text: str | None) -> Tempo | None:
    """The tempo that ``--tempo`` says; raises ``click.BadParameter`` if it is none."""
    if text is None:
        return None
    from relief_tui.coach.tempo import parse_tempo

    try:
        return parse_tempo(text)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--tempo") from error
