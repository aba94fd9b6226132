"""One row of the table: what was measured, beside what, and the goal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from rich.console import Console
from rich.table import Table

Pick = Callable[[Sequence[float]], float]


def p99(values: Sequence[float]) -> float:
    """The 99th percentile."""
    return quantiles(values, n=100, method="inclusive")[98]


@dataclass(frozen=True, slots=True)
class Ratio:
    """At most so many times the peer's figure; `pick` makes one figure of many."""

    most: float
    pick: Pick = median

    def reached(self, ours: Sequence[float], peers: Sequence[float]) -> float:
        return self.pick(ours) / self.pick(peers)

    def words(self, value: float, unit: str) -> str:
        del unit
        return f"{value:.2f} ×"


@dataclass(frozen=True, slots=True)
class Added:
    """At most so much more than the peer: the median over the pairs."""

    most: float
    pick: Pick = median

    def reached(self, ours: Sequence[float], peers: Sequence[float]) -> float:
        return median(our - peer for our, peer in zip(ours, peers, strict=True))

    def words(self, value: float, unit: str) -> str:
        return f"{value:+.1f} {unit}"


@dataclass(frozen=True, slots=True)
class AtMost:
    """Never more than this; there is no peer."""

    most: float
    pick: Pick = max

    def reached(self, ours: Sequence[float], peers: Sequence[float]) -> float:
        del peers
        return self.pick(ours)

    def words(self, value: float, unit: str) -> str:
        return f"{value:.1f} {unit}"


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of Relief and of its peer, taken in turn, in `unit`."""

    what: str
    peer: str
    unit: str
    ours: Sequence[float]
    peers: Sequence[float]
    goal: Ratio | Added | AtMost

    def cells(self) -> tuple[str, ...]:
        """What stands in the table."""
        goal = self.goal
        reached = goal.reached(self.ours, self.peers)
        return (
            self.what,
            self._figure(self.ours),
            self.peer,
            self._figure(self.peers),
            goal.words(reached, self.unit),
            f"≤ {goal.words(goal.most, self.unit)}",
            "met" if reached <= goal.most else "NOT MET",
        )

    def _figure(self, values: Sequence[float]) -> str:
        """The one figure, and the least and most it was made of."""
        if not values:
            return "–"
        picked = self.goal.pick(values)
        return f"{picked:.1f} {self.unit} ({min(values):.1f}–{max(values):.1f}, n {len(values)})"


def show(rows: Iterable[Row]) -> None:
    """Print the table."""
    table = Table("what", "Relief", "beside", "its figure", "result", "goal", "", box=None)
    for row in rows:
        table.add_row(*row.cells())
    Console(width=150, highlight=False).print(table)
