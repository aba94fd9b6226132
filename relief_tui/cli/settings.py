"""``relief settings``: every key, what it is, what it may be, and what is wrong in the file."""

from __future__ import annotations

from textwrap import TextWrapper

import click

from relief_tui.cli.errors import say
from relief_tui.cli.options import json_option
from relief_tui.paths import find_paths
from relief_tui.settings import Loaded, load_settings
from relief_tui.settings.words import Row, describe, literal

_SHOWN = ("value", "default", "unit", "range", "about")


@click.group(invoke_without_command=True, subcommand_metavar="[set KEY VALUE]")
@json_option
@click.pass_context
def settings(context: click.Context, as_json: bool) -> None:
    """Show and explain the settings, where they stand, and what is wrong there.

    \b
    Examples:
      relief settings
      relief settings --json
      relief settings set stack_step 2.5kg
    """
    if context.invoked_subcommand is not None:
        return
    loaded = load_settings(find_paths().settings)
    click.echo(_json(loaded) if as_json else _listing(loaded))
    for problem in loaded.problems:
        say(problem)


@settings.command("set", context_settings={"ignore_unknown_options": True})
@click.argument("key")
@click.argument("value", nargs=-1, required=True)
def set_(key: str, value: tuple[str, ...]) -> None:
    """Change one setting; `default` takes it out of the file again.

    \b
    Examples:
      relief settings set unit lb
      relief settings set plates 20,10,5,2.5
      relief settings set hold_s default
    """
    from relief_tui.settings.writing import UNSET, SettingsError, change

    path, text = find_paths().settings, " ".join(value)
    if key == "theme" and text.lower() not in UNSET:
        from relief_tui.cli.themes import why_not

        if trouble := why_not(text):
            raise SettingsError(trouble)
    change(path, key, text)
    name = key.partition(".")[0]
    row = next(row for row in describe(load_settings(path).settings) if row.key == name)
    click.echo(f"{name} = {literal(row.value)}")


def _json(loaded: Loaded) -> bytes:
    import msgspec

    rows = {
        row.key: {name: getattr(row, name) for name in _SHOWN} for row in describe(loaded.settings)
    }
    return msgspec.json.format(msgspec.json.encode(rows))


def _listing(loaded: Loaded) -> str:
    there = "" if loaded.exists else " (not there yet: all defaults)"
    width = click.HelpFormatter().width
    return "\n\n".join(
        [f"{loaded.path}{there}", *(_entry(row, width) for row in describe(loaded.settings))]
    )


def _entry(row: Row, width: int) -> str:
    """One key: the line as it would stand in the file, and what is to be known of it below."""
    unit = f"  # {row.unit}" if row.unit else ""
    usual = "The default." if row.value == row.default else f"Default: {literal(row.default)}."
    line = f"{row.key} = {literal(row.value)}{unit}"
    words = f"{row.about} Allowed: {row.range}. {usual}"
    wrap = TextWrapper(
        width, subsequent_indent=" " * 4, break_on_hyphens=False, break_long_words=False
    )
    return f"{wrap.fill(line)}\n{wrap.fill(f'    {words}')}"
