"""``relief guide``: what people say about cramps, what is known of it, what to do."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing

import click

from relief_tui.cli.errors import FAILED, say
from relief_tui.cli.options import json_option
from relief_tui.coach.guide import TOPICS, Entry, Guide, Topic
from relief_tui.paths import find_paths
from relief_tui.report.guide import Page, as_json, near
from relief_tui.report.text import visible
from relief_tui.report.variations import Today, today_of
from relief_tui.settings import load_settings

_PIPE = (80, 24)
"""What a pipe is taken for."""


@click.command("guide")
@click.argument("words", nargs=-1)
@click.option("--sources", is_flag=True, help="Tell the sources in full, and what was read.")
@json_option
def guide(words: tuple[str, ...], sources: bool, as_json: bool) -> int:
    """Find advice: what to do, how sure that is, and what it rests on.

    WORDS may be a topic, the name of an entry, or what you would ask; they may be misspelt.
    Without them: what the guide is, and its topics.

    \b
    Examples:
      relief guide
      relief guide hot or cold
      relief guide hot or cold --sources
      relief guide easier on the calf
      relief guide --json > guide.json
    """
    from relief_tui.content.guide import load_guide

    profile = load_settings(find_paths().settings).settings.profile
    loaded = profile.fitting_guide(load_guide())
    asked = " ".join(words)
    code = _as_json(loaded, asked) if as_json else _as_text(loaded, asked, sources=sources)
    for trouble in loaded.troubles:
        say(trouble)
    return code


def _as_json(loaded: Guide, asked: str) -> int:
    topic = loaded.topic(asked)
    entries = topic.entries if topic else _entries(loaded, asked)
    click.echo(as_json(entries))
    return 0 if entries else _nothing(loaded, asked)


def _as_text(loaded: Guide, asked: str, *, sources: bool) -> int:
    width = shutil.get_terminal_size(_PIPE).columns
    page = Page(loaded, width=width, colour=_colour(), sources=sources)
    if not asked.strip():
        click.echo(page.first())
    elif topic := loaded.topic(asked):
        click.echo(page.topic(topic, _today(topic)))
    elif entries := _entries(loaded, asked):
        click.echo(page.found(entries))
    else:
        return _nothing(loaded, asked)
    return 0


def _today(topic: Topic) -> Today | None:
    """What kind of day it is, where that changes the order of the topic; the journal knows."""
    if not any(entry.rank for entry in topic.entries):
        return None
    from relief_tui.services import Services

    with closing(Services()) as services:
        return today_of(services.training())


def _entries(loaded: Guide, asked: str) -> tuple[Entry, ...]:
    """The one of that name, or what the words find; all, without words."""
    if not asked.strip():
        return loaded.entries
    one = loaded.entry(asked)
    return (one,) if one else loaded.search(asked)


def _nothing(loaded: Guide, asked: str) -> int:
    if loaded.entries:
        alike = near(loaded, asked)
        hint = f"near it: {', '.join(alike)}" if alike else f"topics: {', '.join(TOPICS)}"
        say(f"nothing in the guide about '{visible(asked)}'\n{hint}")
    return FAILED


def _colour() -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain
