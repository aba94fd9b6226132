"""``relief why``: likely causes of a cramp, and one change to try."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from relief_tui.cli.errors import CommandError
from relief_tui.cli.options import json_option
from relief_tui.services import Services

if TYPE_CHECKING:
    from relief_tui.report.why import WhyValue


@click.command("why")
@click.option("--episode", type=click.IntRange(1), default=1, help="1 is the last cramp.")
@click.option("--answers", metavar="N,N,…", help="The lines of the questions; 0: not sure.")
@click.option("--try", "tries", is_flag=True, help="Note that the one change is to be tried.")
@click.option(
    "--helped",
    type=click.Choice(["yes", "no", "not-tried"]),
    help="Whether the change that is being tried helped.",
)
@json_option
def why(episode: int, answers: str | None, tries: bool, helped: str | None, as_json: bool) -> None:
    """Likely causes of the last cramp, what speaks for each, and one change to try.

    Signs are counted; nothing of it is certain, and nothing is a diagnosis.

    \b
    Example:
      relief why --answers 1,1,2,0 --try
    """
    from relief_tui.report import why as report

    lines = None if answers is None else _numbers(answers)
    services = Services()
    try:
        if helped is not None:
            _judge(services, helped)
        value = _value(services, episode, lines, tries=tries)
    finally:
        services.close()
    if as_json:
        click.echo(report.as_json(value))
    elif value is None:
        click.echo(report.NO_EPISODE)
    else:
        width = max(40, min(100, shutil.get_terminal_size((80, 24)).columns))
        click.echo(report.as_text(value, width=width))


def _value(
    services: Services, episode: int, lines: tuple[int, ...] | None, *, tries: bool
) -> WhyValue | None:
    from relief_tui.report.whybook import WhyBook

    book = WhyBook(services)
    if episode > 1 and not len(book):
        from relief_tui.report.why import NO_EPISODE

        raise CommandError(NO_EPISODE)
    if episode > max(1, len(book)):
        raise CommandError(f"cramps written down: {len(book)}; --episode 1 is the last one")
    value = book.value(episode - 1)
    if value is not None and lines is not None:
        services.hindsight.answer_why(value.episode.run, services.causes.questions, lines)
        book.read()
        value = book.value(episode - 1)
    if value is not None and tries:
        book.try_change(value)
        value = book.value(episode - 1)
    return value


def _judge(services: Services, helped: str) -> None:
    from relief_tui.journal.trying import Helped

    if services.log.trying() is None:
        raise CommandError("nothing is being tried; relief why --try notes a change")
    services.hindsight.helped(Helped[helped.replace("-", "_").upper()])


def _numbers(text: str) -> tuple[int, ...]:
    try:
        numbers = tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError:
        numbers = (-1,)
    if not numbers or min(numbers) < 0 or max(numbers) > 9:
        raise click.BadParameter("write a number for each question, such as 1,2,0,1")
    return numbers
