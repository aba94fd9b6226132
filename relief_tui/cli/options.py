"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from relief_tui.coach.load import Load
    from relief_tui.services import Services

_F = TypeVar("_F", bound=Callable[..., Any])


def plain_option(command: _F) -> _F:
    """``--plain``: lines of text; before the command (``relief --plain now``) it counts too."""
    return click.option(
        "--plain", is_flag=True, callback=_inherited, help="Lines of text in place of screens."
    )(command)


def json_option(command: _F) -> _F:
    """``--json``, as the argument ``as_json``: one JSON document on stdout and nothing else."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


def weight_option(command: _F) -> _F:
    """``--weight``, as text: :func:`load_of` reads it, once the settings are known."""
    return click.option("--weight", metavar="LOAD", help="The working load: 45kg, 42,5kg, 100lb.")(
        command
    )


class Rest(click.FloatRange):
    """Seconds of rest, up to an hour; what is none is told in plain words."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The seconds that ``value`` says."""
        try:
            seconds = float(value)
        except ValueError:
            self.fail(f"{value!r} is no number of seconds; write for example 150", param, ctx)
        if self.max is not None and not 0 <= seconds <= self.max:
            most = f"{self.max:g} seconds ({self.max / 60:g} minutes)"
            self.fail(f"{value} is out of range; a rest is 0 to {most}", param, ctx)
        return seconds


def load_of(text: str | None, services: Services) -> Load | None:
    """The load that ``--weight`` says; raises ``click.BadParameter`` if it is none."""
    if text is None:
        return None
    from relief_tui.coach.load import parse_load

    try:
        return parse_load(text, services.settings.unit)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--weight") from error


def _inherited(context: click.Context, _option: click.Parameter, plain: bool) -> bool:
    return plain or bool(context.parent and context.parent.params.get("plain"))
