"""Joins one run of the coach to clock, cues and journal. Knows no face and has no rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from relief_tui.clock import Clock
from relief_tui.coach.cueing import timely
from relief_tui.coach.event import Cue, Event, Undone
from relief_tui.coach.inputs import Input
from relief_tui.coach.plan import Plan, WentOn
from relief_tui.coach.session import AWAY_S, Session
from relief_tui.coach.state import Happened, Standing
from relief_tui.coach.value import dataclass
from relief_tui.coach.view import View
from relief_tui.journal.log import Log
from relief_tui.memo import Given, memo_of

if TYPE_CHECKING:
    from relief_tui.cues import Player

KEEP_S = 60.0
"""How old the place of a run may get while nothing moves: a long pause is no absence."""
LEAST_WAIT_S = 0.001
"""No wait is shorter: a timer that is due at once may never ring (Textual drops it)."""


@dataclass(frozen=True, slots=True)
class CutOffAt:
    """Where a run stood when its process ended, ``ago_s`` seconds ago by the session's clock."""

    standing: Standing
    ago_s: float


class Conductor:
    """One run. Every call returns what is to be seen; what happened is in the journal by then.

    ``news`` answers what the plan is made with where it may be other than it was, else None.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        clock: Clock,
        log: Log,
        play: Player,
        run: str,
        awake: Callable[[bool], None],
        cut_off: CutOffAt | None = None,
        news: Callable[[], Given | None] = lambda: None,
    ) -> None:
        self.run = run
        self.log = log
        self.play = play
        self._awake = awake
        self._clock = clock
        self._session = Session(plan, AWAY_S / clock.real(1.0))
        self._cut_off = cut_off
        self._news = news
        self._ids: dict[int, str] = {}
        self._kept_plan: Plan | None = None
        self._shown: tuple[float, ...] = ()
        self._kept_at = 0.0
        self._left = False

    def begin(self, *, ago_s: float = 0.0) -> View:
        """Start the run, ``ago_s`` seconds back: the first cue may have stood there already. A
        run that was cut off goes on instead."""
        now = self._clock.now()
        if self._cut_off is None:
            happened = self._session.begin(now - ago_s)
        else:
            happened = self._goes_on(self._cut_off, now)
        self._see(happened, now)
        return self._advance(now)

    def handle(self, input: Input) -> View:
        """Pass a press on."""
        now = self._clock.now()
        return self._see(self._session.handle(input, now), now)

    def learn(self, given: Given) -> View:
        """What the plan is made with is other than it was."""
        now = self._clock.now()
        return self._see(self._session.learn(given, now), now)

    def advance(self) -> View:
        """Let time pass. What another process wrote meanwhile is known from now on: not sooner, or
        a press would be for what nobody has seen yet."""
        return self._advance(self._clock.now())

    def _advance(self, now: float) -> View:
        happened = self._session.advance(now)
        given = None if self.over else self._news()
        if given is not None:
            happened = (*happened, *self._session.learn(given, now))
        return self._see(happened, now)

    def leave(self) -> None:
        """Leave the run where it stands now: whoever wants may go on with it, also in another
        process. A run that is over is only over. From now on nothing more comes of it here: a
        timer that still rings must not take it back."""
        self.advance()
        self._left = True
        self._awake(False)
        if not self.over:
            self._keep_place(self._clock.now())
            self.log.let_go(self.run)

    def wait_s(self) -> float | None:
        """Real seconds until something shown or heard changes, or the place of the run has to be
        kept again; None after the end, where nothing does."""
        at = self._session.next_wakeup()
        if not self.over:
            keep_at = self._kept_at + KEEP_S
            at = keep_at if at is None else min(at, keep_at)
        return None if at is None else max(LEAST_WAIT_S, self._clock.real(at - self._clock.now()))

    def now(self) -> float:
        """The moment by the clock of the run (seconds)."""
        return self._clock.now()

    def real(self, seconds: float) -> float:
        """How many real seconds so many seconds of the run last."""
        return self._clock.real(seconds)

    @property
    def plan(self) -> Plan:
        """The plan of the run as it is now."""
        return self._session.plan

    @property
    def practice(self) -> bool:
        """True if nothing of the run is kept."""
        return not self.log.keeps

    @property
    def over(self) -> bool:
        """True once the run has ended."""
        return self._session.over

    def _goes_on(self, was: CutOffAt, now: float) -> Sequence[Happened]:
        """Go on; the sets that were logged before can still be taken back."""
        known = self.log.logged(self.run)
        self._ids.update((number, id) for number, (id, _) in enumerate(known.sets))
        news = WentOn(tuple(done for _, done in known.sets), known.sips)
        return self._session.go_on(was.standing, now, was.ago_s, news)

    def _see(self, happened: Sequence[Happened], now: float) -> View:
        """Keep what happened, together with where the run stands now: whoever goes on after a kill
        at any moment finds both, or neither. Then it is heard and seen."""
        if self._left:
            return self._session.view(now)
        told = [one for one in happened if not isinstance(one.event, Cue)]
        for one in told:
            self._ids[one.number] = self.log.take(self.run, self._named(one.event))
        view = self._session.view(now)
        moved = self._moved(view)
        if self.over:
            self.log.clear_position(self.run)
        elif told or moved or now - self._kept_at >= KEEP_S:
            self._keep_place(now)
        cue = self._heard(happened, now)
        if cue is not None:
            self.play(cue, view)
        self._awake(self._session.counting)
        return view

    def _named(self, event: Event) -> Event:
        """The event as the journal knows it: what is undone has an id there."""
        return Undone(self._ids[int(event.event)]) if isinstance(event, Undone) else event

    def _heard(self, happened: Sequence[Happened], now: float) -> str | None:
        """The last cue that is still in time."""
        cues = (
            one.event.cue
            for one in reversed(happened)
            if isinstance(one.event, Cue) and timely(self.real(now - one.at))
        )
        return next(cues, None)

    def _moved(self, view: View) -> bool:
        """True if anything is other than it was at the last look that a kill must not lose. A rest
        goes on by the clock, whoever is there: its seconds need not be kept one by one."""
        by_itself = view.phase.counts_away and not view.paused
        shown = (view.step, view.length_s, 0 if by_itself else view.seconds)
        same, self._shown = shown == self._shown, shown
        return not same or self._session.plan is not self._kept_plan

    def _keep_place(self, now: float) -> None:
        self._kept_at, self._kept_plan = now, self._session.plan
        standing = self._session.standing(now)
        memo = memo_of(self._session.plan, standing)
        self.log.keep_position(self.run, standing.number, standing.left_s, memo)
