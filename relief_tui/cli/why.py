"""``relief why``: likely causes of a cramp, and one change to try."""

from __future__ import annotations

import shutil

import click

from relief_tui.cli.errors import CommandError
from relief_tui.cli.options import json_option
from relief_tui.services import Services


@click.command("why")
@click.option("--episode", type=click.IntRange(1), default=1, help="1 is the last cramp.")
@click.option("--answers", metavar="N,N,…", help="The lines of the questions; 0: not sure.")
@json_option
def why(episode: int, answers: str | None, as_json: bool) -> None:
    """Likely causes of the last cramp, what speaks for each, and one change to try.

    Signs are counted; nothing of it is certain, and nothing is a diagnosis.

    \b
    Example:
      relief why --answers 1,1,2,0
    """
    from relief_tui.content.causes import load_causes
    from relief_tui.report import why as report

    services = Services()
    try:
        causes = load_causes()
        cramps = report.told_episodes(services.log.entries())
        if episode > max(1, len(cramps)):
            raise CommandError(f"cramps written down: {len(cramps)}; --episode 1 is the last one")
        chosen = cramps[episode - 1] if cramps else None
        if chosen is not None and answers is not None:
            services.answer_why(chosen.run, causes.questions, _numbers(answers))
        value = report.why_value(services.log.entries(), chosen, causes) if chosen else None
    finally:
        services.close()
    if as_json:
        click.echo(report.as_json(value))
    elif value is None:
        click.echo(report.NO_EPISODE)
    else:
        width = max(40, min(100, shutil.get_terminal_size((80, 24)).columns))
        click.echo(report.as_text(value, width=width))


def _numbers(text: str) -> tuple[int, ...]:
    try:
        numbers = tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError:
        numbers = (-1,)
    if not numbers or min(numbers) < 0 or max(numbers) > 9:
        raise click.BadParameter("write a number for each question, such as 1,2,0,1")
    return numbers
