"""``relief routines``: those that come with Relief, and the person's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from relief_tui.cli.errors import FAILED, say
from relief_tui.cli.options import json_option
from relief_tui.paths import find_paths

if TYPE_CHECKING:
    from relief_tui.coach.routine import Exercise, Routine
    from relief_tui.shelf import Found, Shelf

_T = TypeVar("_T")


class _InOrder(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


@click.group("routines", cls=_InOrder, invoke_without_command=True)
@click.pass_context
def routines(context: click.Context) -> None:
    """Routines of your own, and those that come with Relief.

    \b
    Examples:
      relief routines list
      relief routines new ankle-morning
      relief routines check from-my-physio.toml
    """
    if context.invoked_subcommand is None:
        context.invoke(list_)


@routines.command("list", short_help="All there are, and what is wrong with one.")
@json_option
def list_(as_json: bool) -> None:
    """All there are: name, length, what they take, whose they are, what is wrong with one.

    \b
    Example:
      relief routines list
    """
    shelf = _shelf()
    found = [*shelf.shipped(), *shelf.own()]
    if as_json:
        return _print_json([_row(each) for each in found])
    rows = [("name", "length", "takes", "")]
    rows += [_cells(each) for each in found]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row, each in zip(rows, (None, *found), strict=True):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, row[3]]).rstrip())
        if each is not None and each.trouble:
            click.echo(f"    {_shown(each.trouble, longest=False)}")
    return None


@routines.command(short_help="The steps of one.")
@click.argument("name")
@json_option
def show(name: str, as_json: bool) -> None:
    """The steps of one: how much, which leg, what for, how to, what is known of it.

    \b
    Example:
      relief routines show standard
    """
    found = _shelf().pick(name)
    assert found.routine is not None
    if as_json:
        return _print_json(_document(found, found.routine))
    for line in _page(found, found.routine):
        click.echo(line)
    return None


@routines.command(short_help="What is wrong with a file, where, and the mend.")
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> int:
    """Whether a file can be used, or all that is wrong with it, where, and the mend.

    \b
    Example:
      relief routines check ankle-morning.toml
    """
    shelf = _shelf()
    if (routine := _telling_all(lambda: shelf.check(file))) is None:
        return FAILED
    number = len(routine.steps)
    steps = "1 step" if number == 1 else f"{number} steps"
    click.echo(f"ok: {_shown(routine.name)}, {routine.length}, {steps}")
    return 0


@routines.command(short_help="Copy a file to your own routines.")
@click.argument("file", type=click.Path(path_type=Path))
def add(file: Path) -> int:
    """Check a file and copy it to your own routines.

    \b
    Example:
      relief routines add ankle-morning.toml
    """
    shelf = _shelf()
    if (found := _telling_all(lambda: shelf.add(file))) is None:
        return FAILED
    assert found.routine is not None
    click.echo(f"added {found.name}, {found.routine.length}: {_shown(str(found.path), False)}")
    click.echo(f"run it: relief warmup {_word(found.name)}")
    return 0


@routines.command(short_help="Delete one of your own.")
@click.argument("name")
def remove(name: str) -> None:
    """Delete one of your own.

    \b
    Example:
      relief routines remove ankle-morning
    """
    click.echo(f"removed {_shown(str(_shelf().remove(name)), False)}")


@routines.command(short_help="Write an example to change.")
@click.argument("name")
def new(name: str) -> None:
    """Write an example that runs and explains every key, for you to change.

    \b
    Example:
      relief routines new ankle-morning
    """
    found = _shelf().new(name)
    path = _shown(str(found.path), False)
    click.echo(path)
    click.echo(f"change it, then: relief routines check {_word(path)}")
    click.echo(f"see it whole:    relief simulate {_word(name)}")
    click.echo(f"run it:          relief warmup {_word(name)}")


def _telling_all(read: Callable[[], _T]) -> _T | None:
    """What ``read`` gives; None if the file has faults, which are all told then."""
    from relief_tui.content.routines import RoutineError

    try:
        return read()
    except RoutineError as error:
        for fault in error.faults:
            say(fault)
    return None


def _shelf() -> Shelf:
    from relief_tui.shelf import Shelf

    return Shelf(find_paths().routines)


# What is shown


def _cells(found: Found) -> tuple[str, str, str, str]:
    whose = "shipped" if found.path is None else "your own"
    if found.routine is None:
        return _shown(found.name), "–", "", f"{whose}: cannot be used"
    takes = ", ".join(map(_shown, found.routine.takes))
    return _shown(found.name), found.routine.length, takes, whose


def _page(found: Found, routine: Routine) -> Iterator[str]:
    whose = "comes with Relief" if found.path is None else _shown(str(found.path), False)
    yield f"{_shown(routine.name)}, {routine.length} ({whose})"
    yield from (_shown(routine.about),) * bool(routine.about)
    if routine.takes:
        yield f"Have at hand: {', '.join(map(_shown, routine.takes))}."
    yield ""
    rows = [("dose", "leg", "known of it", "step")]
    rows += [
        (step.dose, step.side.value, step.evidence, _shown(step.name)) for step in routine.steps
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for number, row in enumerate(rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([f"{number or '#':>2}", *cells, row[3]])
        if number:
            yield from (f"    {line}" for line in _below(routine.steps[number - 1]))
    yield ""
    yield (
        f"{routine.get_ready_s:g} s to get ready, {routine.change_s:g} s between steps, "
        f"{routine.switch_s:g} s between legs: {routine.length} in all."
    )
    yield from map(_shown, routine.then)


def _below(step: Exercise) -> Iterator[str]:
    if step.tempo and step.reps:
        yield f"tempo {step.tempo}: {step.seconds:g} s"
    elif step.tempo:
        yield f"tempo {step.tempo}"
    for line in (step.pace, step.purpose):
        if line:
            yield _shown(line)
    yield from (f"- {_shown(cue)}" for cue in step.cues)


def _row(found: Found) -> dict[str, Any]:
    routine = found.routine
    return {
        "name": found.name,
        "own": found.path is not None,
        "path": None if found.path is None else str(found.path),
        "total_s": routine and routine.total_s,
        "takes": routine and routine.takes,
        "trouble": found.trouble or None,
    }


def _document(found: Found, routine: Routine) -> dict[str, Any]:
    return {
        "name": routine.name,
        "about": routine.about,
        "own": found.path is not None,
        "path": None if found.path is None else str(found.path),
        "takes": routine.takes,
        "get_ready_s": routine.get_ready_s,
        "change_s": routine.change_s,
        "switch_s": routine.switch_s,
        "total_s": routine.total_s,
        "steps": [_step(step) for step in routine.steps],
        "then": routine.then,
    }


def _step(step: Exercise) -> dict[str, Any]:
    return {
        "name": step.name,
        "short": step.short,
        "kind": "reps" if step.reps else "time",
        "seconds": step.seconds,
        "reps": step.reps or None,
        "tempo": str(step.tempo) if step.tempo else None,
        "pace": step.pace,
        "side": step.side.value,
        "purpose": step.purpose,
        "cues": step.cues,
        "evidence": step.evidence,
        "care": step.care and step.care.value,
        "parts": step.parts,
    }


def _print_json(value: object) -> None:
    import json

    click.echo(json.dumps(value, indent=2))


def _shown(text: str, longest: bool = True) -> str:
    """Text of a file or a path, without what a terminal would obey."""
    from relief_tui.report.text import visible

    return visible(text) if longest else "".join(map(visible, text))


def _word(text: str) -> str:
    """``text`` as one word of a command line, in any shell."""
    return f'"{text}"' if " " in text else text
