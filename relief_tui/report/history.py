"""What happened: cramps, light sets, warm-ups, drinks, open red flags; or every event as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Any

from relief_tui.coach.event import Event, WarmupBegan, WorkoutBegan
from relief_tui.coach.safety import OpenFlag
from relief_tui.coach.step import counted
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import CORRECTABLE, counting, was
from relief_tui.journal.cramps import Episode, episodes, no_cramps
from relief_tui.journal.diary import Told, groups
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import (
    Drinks,
    LightSetDone,
    Unended,
    WarmupDone,
    drinks_by_day,
    light_sets,
    open_flags,
    unended,
    warmups,
)
from relief_tui.journal.workouts import WorkoutDone, workouts
from relief_tui.report.text import day_and_time, minutes, visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

_HEADERS = (
    "No", "When", "Side", "Outcome", "Band", "Holds", "Let go in", "Machine", "Exercise", "Load"
)  # fmt: skip
_WIDEST_NAME = 24
_TIERS = {1: "emergency now", 2: "see someone today", 3: "book a visit", 4: "self-care"}
_NONE = "–"
_SHORTEST_RUN = 8
"""The name of a run has more digits than any number of cramps."""
_PLANS = {"warmup": "warm-up", "recovery": "active recovery"}


@dataclass(frozen=True, slots=True)
class History:
    """What there is to tell. ``days`` is how far back it goes, None for all of it; red flags are
    told however long they have been open."""

    episodes: tuple[Episode, ...] = ()
    light_sets: tuple[LightSetDone, ...] = ()
    warmups: tuple[WarmupDone, ...] = ()
    workouts: tuple[WorkoutDone, ...] = ()
    no_cramps: tuple[Episode, ...] = ()
    drinks: Mapping[date, Drinks] = field(default_factory=dict)
    flags: tuple[OpenFlag, ...] = ()
    days: int | None = None
    unended: tuple[Unended, ...] = ()


def history_of(
    entries: Iterable[Entry], flag_entries: Iterable[Entry], days: int | None = None
) -> History:
    """The history in ``entries``; ``flag_entries`` are those of all times that concern flags."""
    told = tuple(entries)
    open_now = open_flags(flag_entries)
    return History(
        episodes=episodes(told),
        light_sets=light_sets(told),
        warmups=warmups(told),
        workouts=workouts(told),
        no_cramps=no_cramps(told),
        drinks=drinks_by_day(told),
        flags=open_now,
        days=days,
        unended=unended(told),
    )


def as_json(entries: Iterable[Entry]) -> str:
    """One list of all events, one a line, those undone among them. One that was corrected says what
    holds, and under ``was`` what was written at first.

    ASCII alone: whatever a name holds, no terminal and no encoding trips over it.
    """
    told = tuple(entries)
    right = {entry.id: entry for entry in counting(told) if entry.kind in CORRECTABLE}
    lines = ",\n".join(json.dumps(_flat(entry, right.get(entry.id, entry))) for entry in told)
    return f"[\n{lines}\n]".replace("\x7f", "\\u007f") if lines else "[]"


def episode_of(entries: Iterable[Entry], wanted: str) -> Told | None:
    """The cramp of that number, 1 being the last one, or of the run of that name."""
    told = [each for group in groups(entries) for each in group.told if each.cramp]
    if wanted.isdecimal() and len(wanted) < _SHORTEST_RUN:
        number = int(wanted)
        return told[-number] if 0 < number <= len(told) else None
    return next((each for each in told if each.run == wanted), None)


def as_text(history: History, *, width: int, colour: bool) -> str:
    """The history for a person, in lines of at most ``width`` cells; escape codes only with
    ``colour``."""
    from rich.console import Console

    page = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="auto" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with page.capture() as captured:
        for number, part in enumerate(_parts(history, page)):
            page.print(part) if number == 0 else page.print("", part, sep="\n")
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def _flat(entry: Entry, told: Entry) -> dict[str, object]:
    own: dict[str, object] = {"id": entry.id, "at": entry.at, "run": entry.run, "kind": entry.kind}
    fields = {name: value for name, value in told.data.items() if name not in own}
    before = was(entry, told)
    return own | fields | ({"was": before} if before else {})


def _parts(history: History, page: Console) -> Iterator[RenderableType]:
    if history.flags:
        yield _flags(history.flags)
    if history.episodes:
        table = _table(history.episodes)
        yield table if _natural_width(table, page) <= page.width else _lines(history.episodes)
    told: tuple[tuple[Callable[[Any], Text], Any], ...] = (
        (_no_cramps, history.no_cramps),
        (_light_sets, history.light_sets),
        (_warmups, history.warmups),
        (_workouts, history.workouts),
        (_drinks, history.drinks),
        (_unended, history.unended),
    )
    yield from (words(what) for words, what in told if what)
    if not history.episodes and not any(what for _, what in told):
        yield _text(_nothing(history.days))


def _nothing(days: int | None) -> str:
    if days is None:
        return (
            "Nothing is written down yet: `relief now` guides you through a cramp, "
            "and keeps what happened."
        )
    return f"Nothing is written down for the last {'day' if days == 1 else f'{days} days'}."


def _flags(flags: Iterable[OpenFlag]) -> Text:
    lines = [_text("GET HELP: red flags that are open", "bold red")]
    for flag in flags:
        tier = _TIERS.get(flag.tier, f"tier {flag.tier}")
        side = flag.side or "side not known"
        lines.append(
            _text(f"  {visible(flag.card)}  {tier}  {side}  since {day_and_time(flag.at)}")
        )
    return _text("\n").join(lines)


def _table(episodes: Sequence[Episode]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for header in _HEADERS:
        table.add_column(
            header,
            justify="right" if header in ("No", "Holds", "Let go in", "Load") else "left",
            no_wrap=True,
            max_width=_WIDEST_NAME,
        )
    for number, episode in _numbered(episodes):
        table.add_row(*map(_text, (number, *_cells(episode))))
    return table


def _natural_width(table: Table, page: Console) -> int:
    """Cells the table takes when nothing in it is cut short."""
    return page.measure(table, options=page.options.update(max_width=1000)).maximum


def _cells(episode: Episode) -> tuple[str, ...]:
    return (
        day_and_time(episode.at),
        episode.side or _NONE,
        episode.outcome,
        episode.band or _NONE,
        str(episode.holds),
        minutes(episode.time_to_relief_s),
        visible(episode.machine or _NONE),
        visible(episode.exercise or _NONE),
        str(episode.load or _NONE),
    )


def _lines(episodes: Sequence[Episode]) -> Text:
    """For a window too narrow for the table: two lines a cramp, without what is not known."""
    lines = (line for number, one in _numbered(episodes) for line in _two_lines(number, one))
    return _text("\n").join(lines)


def _numbered(episodes: Sequence[Episode]) -> Iterator[tuple[str, Episode]]:
    """Each with the number that ``--episode`` takes: 1 is the last."""
    return ((str(len(episodes) - at), episode) for at, episode in enumerate(episodes))


def _two_lines(number: str, episode: Episode) -> Iterator[Text]:
    when, side, outcome, band, holds, span, machine, exercise, load = _cells(episode)
    let_go = f"let go in {span}" if span != _NONE else _NONE
    held = f"{holds} hold{'' if holds == '1' else 's'}"
    yield _text("  ".join(x for x in (when, side, outcome, band, held, let_go) if x != _NONE))
    below = [x for x in (f"No {number}", exercise, machine, load) if x != _NONE]
    yield _text(f"  {' · '.join(below)}")


def _no_cramps(reliefs: Iterable[Episode]) -> Text:
    parts: dict[str, list[Text]] = {}
    for each in reliefs:
        head = "Begun again: the same cramp" if each.holds else "Cancelled before a hold: no cramps"
        parts.setdefault(head, [_text(head, "bold")]).append(_text(f"  {day_and_time(each.at)}"))
    return _text("\n").join(line for lines in parts.values() for line in lines)


def _light_sets(done: Iterable[LightSetDone]) -> Text:
    lines = [_text("Active recovery", "bold")]
    for one in done:
        reps = counted(one.reps, "rep")
        words = (day_and_time(one.at), one.outcome, reps, str(one.load or ""))
        lines.append(_text(f"  {'  '.join(word for word in words if word)}"))
    return _text("\n").join(lines)


def _warmups(done: Iterable[WarmupDone]) -> Text:
    lines = [_text("Warm-ups", "bold")]
    for one in done:
        lines_done = f"{one.done} done{f', {one.skipped} skipped' * bool(one.skipped)}"
        span = minutes(one.seconds) if one.seconds is not None else ""
        words = (day_and_time(one.at), visible(one.routine), one.outcome, lines_done, span)
        lines.append(_text(f"  {'  '.join(word for word in words if word)}"))
    return _text("\n").join(lines)


def _workouts(done: Iterable[WorkoutDone]) -> Text:
    from relief_tui.report.workouts import workout_lines

    lines = [_text("Workouts", "bold"), *(_text(f"  {line}") for line in workout_lines(done))]
    return _text("\n").join(lines)


def _unended(runs: Iterable[Unended]) -> Text:
    """What goes on, or was cut off."""
    lines = [_text("Not ended yet: relief offers to go on with what was cut off", "bold")]
    for run in runs:
        began = next((e for e in (entry.event for entry in run.entries) if e), None)
        name = _name(began)
        words = (day_and_time(run.at), _PLANS.get(run.plan, run.plan), visible(name))
        lines.append(_text(f"  {'  '.join(word for word in words if word)}"))
    return _text("\n").join(lines)


def _name(began: Event | None) -> str:
    """What a run was about, as far as its beginning says."""
    if isinstance(began, WarmupBegan):
        return began.routine
    return began.exercise if isinstance(began, WorkoutBegan) else ""


def _drinks(days: Mapping[date, Drinks]) -> Text:
    lines = [_text("Drinks", "bold")]
    for day, drunk in days.items():
        often = counted(drunk.times, "drink")
        lines.append(_text(f"  {day}  {often}{f', {drunk.ml:g} ml' if drunk.ml else ''}"))
    return _text("\n").join(lines)


def _text(text: str, style: str = "") -> Text:
    """``text`` as it is: nothing in it is markup."""
    from rich.text import Text

    return Text(text, style=style)
