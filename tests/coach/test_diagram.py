"""The picture of the table says what the table says."""

from __future__ import annotations

import re

from relief_tui.coach.diagram import mermaid
from relief_tui.coach.step import Phase
from relief_tui.coach.transitions import RELIEF, Move

EVERYWHERE = {Move.HELP, Move.STOP, Move.INTERRUPTED}

LINES = mermaid().splitlines()


def drawn() -> set[tuple[str, str, str]]:
    """Every arrow: from, why, to."""
    arrows = (re.fullmatch(r"    (\w+) --> (\w+): (.+)", line) for line in LINES)
    return {(a[1], why, a[2]) for a in arrows if a for why in a[3].split(" or ")}


def test_every_row_is_an_arrow_and_every_arrow_a_row() -> None:
    assert drawn() == {
        (phase.name, move.value, after.name)
        for phase, row in RELIEF.items()
        for move, after in row.items()
        if move not in EVERYWHERE
    }


def test_what_ends_every_phase_is_one_note() -> None:
    note = LINES[LINES.index("    note right of OVER") + 1]
    assert note.strip() == "from every phase: red flag, stop, away 30 min"
    assert LINES[-1] == "    end note"


def test_every_phase_is_named_once_by_its_word() -> None:
    named = [line.strip() for line in LINES if line.strip().startswith("state ")]
    assert len(named) == len(RELIEF)
    assert 'state "HOLD" as HOLD' in named
    assert 'state "REST (spent)" as SPENT' in named


def test_it_begins_at_the_start_and_ends_at_the_end() -> None:
    assert LINES[0] == "stateDiagram-v2"
    assert "    [*] --> START" in LINES
    assert "    OVER --> [*]" in LINES


def test_another_table_gives_another_picture() -> None:
    small = {Phase.START: {Move.STOP: Phase.OVER, Move.GONE: Phase.OVER}, Phase.OVER: {}}
    assert mermaid(small) == (
        "stateDiagram-v2\n"
        '    state "STOP THE SET (start)" as START\n'
        '    state "DONE (over)" as OVER\n'
        "    [*] --> START\n"
        "    OVER --> [*]\n"
        "    note right of OVER\n"
        "        from every phase: gone, stop\n"
        "    end note\n"
    )
