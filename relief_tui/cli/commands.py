"""The commands of ``relief``: one module per command, imported when it runs."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

import click

from relief_tui import __version__
from relief_tui.cli.options import plain_option


class Entry(NamedTuple):
    """A command: where it is, as ``module:attribute``, and its line in the list."""

    target: str
    about: str


COMMANDS = {
    "now": Entry("relief_tui.cli.now:now", "Relief at once; never asks first."),
    "warmup": Entry("relief_tui.cli.warmup:warmup", "A guided warm-up, or a routine of your own."),
    "workout": Entry("relief_tui.cli.workout:workout", "Sets, rests and reminders."),
    "recovery": Entry("relief_tui.cli.recovery:recovery", "A light set by metronome."),
    "water": Entry("relief_tui.cli.water:water", "Note a drink."),
    "history": Entry("relief_tui.cli.history:history", "What happened: cramps, drinks, sets."),
    "routines": Entry(
        "relief_tui.cli.routines:routines", "Your own routines, and the shipped ones."
    ),
    "guide": Entry("relief_tui.cli.guide:guide", "What is known of cramps, and what to do."),
    "why": Entry("relief_tui.cli.why:why", "Likely causes of the last cramp; one change to try."),
    "simulate": Entry("relief_tui.cli.simulate:simulate", "Print the timeline of a plan."),
    "check": Entry("relief_tui.cli.check:check", "What works on this machine."),
    "settings": Entry("relief_tui.cli.settings:settings", "Show and explain the settings."),
}


class _Deferred(click.Command):
    """Stands in the list for a command that is imported only when it is used."""

    def __init__(self, name: str, entry: Entry) -> None:
        super().__init__(name, short_help=entry.about)
        self._target = entry.target

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        module, _, attribute = self._target.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command.make_context(info_name, args, parent, **extra)


class _InOrder(click.Group):
    """Lists commands as the table does: by need, not by letter."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


@click.group(
    cls=_InOrder,
    commands={name: _Deferred(name, entry) for name, entry in COMMANDS.items()},
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    subcommand_metavar="[COMMAND] [ARGS]...",
)
@plain_option
@click.version_option(__version__, message="relief %(version)s")
@click.pass_context
def root(context: click.Context, plain: bool) -> object:
    """A coach for the calf that cramps in the middle of a set.

    Without a command the app opens at home; c starts relief from every screen.

    \b
    Examples:
      relief
      relief now --side left
    """
    if context.invoked_subcommand is not None:
        return None
    from relief_tui.cli.home import home

    return home(plain)
