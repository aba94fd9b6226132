"""``relief simulate``: the timeline of a plan on no clock at all."""

from __future__ import annotations

import json
from dataclasses import fields

import click

from relief_tui.cli.options import json_option, load_of, weight_option
from relief_tui.coach.lighter import recovery_load
from relief_tui.coach.plan import LightSet, Plan
from relief_tui.coach.recovery import Recovery
from relief_tui.coach.relief import Relief
from relief_tui.coach.simulate import CHECK_WORDS, Line, timeline
from relief_tui.coach.step import Side, clock_words
from relief_tui.coach.warmup import Warmup
from relief_tui.services import Services


@click.command("simulate")
@click.argument("plan", metavar="relief|recovery|ROUTINE")
@click.option("--answers", default="", metavar="A,B,…", help="What somebody would answer.")
@click.option("--side", type=click.Choice([side.value for side in Side]), help="Which calf.")
@weight_option
@json_option
def simulate(plan: str, answers: str, side: str | None, weight: str | None, as_json: bool) -> None:
    """Play a plan without waiting and print its timeline.

    Answers are gone, easing, same, worse or still at a check, and numbers for the lists, the pain
    and the plan. When they are used up there is silence.

    \b
    Examples:
      relief simulate relief --answers same,easing,gone
      relief simulate standard
    """
    given = _answers(answers)
    services = Services()
    load = load_of(weight, services)
    if plan == "relief":
        leg, gear = Side(side) if side else None, services.equipment
        played: Plan = Relief(services.script, side=leg, load=load, equipment=gear)
    elif plan == "recovery":
        light = LightSet(recovery_load(load, services.equipment), load)
        played = Recovery(services.recovery_script, services.script.safety, light)
    else:
        first = Side.RIGHT if side == "right" else Side.LEFT
        played = Warmup(services.script.safety, services.shelf.find(plan), first)
    lines = list(timeline(played, given))
    if as_json:
        click.echo(json.dumps([line.row() for line in lines], ensure_ascii=False))
        return
    for line in lines:
        click.echo(_words(line))


def _answers(text: str) -> list[str]:
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in CHECK_WORDS and not (word.isdecimal() and len(word) < 3 and int(word) <= 10):
            raise click.BadParameter(
                f"{word!r} is no answer; use {', '.join(CHECK_WORDS)} or a number from 0 to 10",
                param_hint="--answers",
            )
    return words


def _words(line: Line) -> str:
    event = line.happened.event
    values = [
        f"{field.name}={value}"
        for field in fields(event)
        if (value := getattr(event, field.name)) is not None
    ]
    return f"{clock_words(line.t_s)}  {event.kind:<13} {'  '.join(values)}"
