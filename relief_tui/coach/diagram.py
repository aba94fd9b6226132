"""A table of phases as a picture: Mermaid source for a page that draws it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relief_tui.coach.step import Phase
from relief_tui.coach.transitions import RELIEF, Move

Table = Mapping[Phase, Mapping[Move, Phase]]


def mermaid(table: Table = RELIEF) -> str:
    """A ``stateDiagram-v2`` of ``table``, which begins with its first row and ends with ``OVER``.

    Moves that end the run from every phase are one note instead of an arrow from each.
    """
    return "\n".join(("stateDiagram-v2", *(f"    {line}" for line in _lines(table)))) + "\n"


def _lines(table: Table) -> Iterator[str]:
    everywhere = _everywhere(table)
    for phase in table:
        yield f'state "{_title(phase)}" as {phase.name}'
    yield f"[*] --> {next(iter(table)).name}"
    for phase, moves in table.items():
        for target in dict.fromkeys(moves.values()):
            why = [m.value for m, to in moves.items() if to is target and m not in everywhere]
            if why:
                yield f"{phase.name} --> {target.name}: {' or '.join(why)}"
    yield f"{Phase.OVER.name} --> [*]"
    yield f"note right of {Phase.OVER.name}"
    yield f"    from every phase: {', '.join(move.value for move in everywhere)}"
    yield "end note"


def _title(phase: Phase) -> str:
    """The word on the screen, and which of the phases with that word it is."""
    return phase.word if phase.word.lower() == phase.value else f"{phase.word} ({phase.value})"


def _everywhere(table: Table) -> tuple[Move, ...]:
    """The moves that lead to the end from every phase but the end itself."""
    rows = [moves for phase, moves in table.items() if phase is not Phase.OVER]
    return tuple(m for m in Move if all(moves.get(m) is Phase.OVER for moves in rows))
