"""``relief settings``: every key, what it is, what it may be, and what is wrong in the file."""

from __future__ import annotations

from textwrap import TextWrapper

import click

from relief_tui.cli.errors import say
from relief_tui.cli.options import json_option
from relief_tui.paths import find_paths
from relief_tui.settings import Loaded, Row, describe, literal, load_settings


@click.group(invoke_without_command=True, subcommand_metavar="")
@json_option
def settings(as_json: bool) -> None:
    """Show and explain the settings, where they stand, and what is wrong there.

    \b
    Examples:
      relief settings
      relief settings --json
    """
    loaded = load_settings(find_paths().settings)
    click.echo(_json(loaded) if as_json else _listing(loaded))
    for problem in loaded.problems:
        say(problem)


def _json(loaded: Loaded) -> bytes:
    import msgspec

    rows = msgspec.to_builtins(describe(loaded.settings))
    return msgspec.json.format(msgspec.json.encode({row.pop("key"): row for row in rows}))


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
