"""Begins the runs of every face and command, and goes on with those that were cut off."""

from __future__ import annotations

import os

from relief_tui.coach.inputs import Stop
from relief_tui.coach.lighter import recovery_load
from relief_tui.coach.load import Load
from relief_tui.coach.plan import LightSet, Plan
from relief_tui.coach.routine import Routine
from relief_tui.coach.state import Standing
from relief_tui.coach.view import View
from relief_tui.coach.warmup import Warmup
from relief_tui.conductor import Conductor, CutOffAt
from relief_tui.journal.log import nowhere
from relief_tui.memo import Given, kind_of, recalled
from relief_tui.offers import Offer, Offers
from relief_tui.stock import Stock
from relief_tui.wishes import Refusal, ReliefOptions, WorkoutWish

WAITED_TOO_LONG = "It waited too long, and is closed."


class Services(Stock):
    """What there is, and all that can be begun with it."""

    def relief(self, options: ReliefOptions) -> Conductor:
        """A relief ready to begin, which never asks. A run that was cut off before is closed, but
        a routine or a workout may wait: where nothing is said, what was lifted is known by it."""
        if not options.practice:
            self._offers.close(self.clock.wall(), "relief")
            waits = None if options.lifting else self.offer()
            options = options.known_by(waits.plan) if waits else options
        return self._conductor(self.gates.relief(options), practice=options.practice)

    def recovery(self, light: LightSet, *, practice: bool = False) -> Conductor | Refusal:
        """An active-recovery set ready to begin, or why none may. A run that was cut off before
        is closed, but a routine or a workout may wait for it."""
        plan = self.gates.recovery(light)
        if isinstance(plan, Refusal):
            return plan
        if not practice:
            self._offers.close(self.clock.wall(), "recovery")
        return self._conductor(plan, practice=practice)

    def warmup(self, routine: Routine, *, line: int = 0) -> Conductor | Refusal:
        """A routine ready to begin at ``line``, or why none of it may be done. A run that was cut
        off before is closed."""
        plan = self.gates.warmup(routine, line)
        if isinstance(plan, Refusal):
            return plan
        self.leave_it()
        return self._conductor(plan)

    def workout(self, wish: WorkoutWish) -> Conductor | Refusal:
        """A workout ready to begin, or why none may be. A run that was cut off before is closed."""
        plan = self.gates.workout(wish)
        if isinstance(plan, Refusal):
            return plan
        self.leave_it()
        return self._conductor(plan)

    def look_again(self, workout: Conductor) -> View:
        """What a workout shows once it knows what was set or written while one looked elsewhere."""
        return workout.learn(self._given_to(workout))

    def curls_refused(self) -> Refusal | None:
        """Why no curl may follow now, not even a light one; None if nothing speaks against it."""
        return self.gates.curls_refused()

    def warmup_refused(self, routine: Routine, *, line: int = 0) -> Refusal | None:
        """Why none of this routine may be done now; None if nothing speaks against it."""
        plan = self.gates.warmup(routine, line)
        return plan if isinstance(plan, Refusal) else None

    def back_to(self, waited: Conductor) -> Conductor | Refusal:
        """The run that waited while a cramp was relieved, without what must not be done any more;
        or why none of it may be, and then it is stopped."""
        refusal = self.gates.speaks_against(waited.plan)
        if refusal is None:
            waited.leave()
            conductor = self.go_on(waited.run)
            if conductor is not None:
                return conductor
        if not isinstance(waited.plan, Warmup):
            waited.learn(self._given_to(waited))
        waited.handle(Stop(forced=True))
        return refusal or Refusal(WAITED_TOO_LONG)

    def light_set(
        self, working: Load | None = None, sets: int = 1, *, exercise: str | None = None
    ) -> LightSet:
        """The light set for a working load: the one given, unless it is of another ``exercise``
        than a curl, else that of today's curls; it is one."""
        given = working if self.gates.curls(exercise) else None
        working = given or self.gates.curl_load()
        return LightSet(recovery_load(working, self.equipment), working, sets)

    @property
    def _offers(self) -> Offers:
        wanted, real = self._may_go_on, self.clock.real
        return Offers(self.log, self.alive, self._recall, wanted, self._tell_misfit, real)

    def offer(self, kind: str = "") -> Offer | None:
        """The newest run that was cut off and can be gone on with, or the newest of this kind."""
        return self._offers.newest(self.clock.wall(), kind)

    def settle(self) -> Offer | None:
        """What :meth:`offer` answers. All others that were cut off are closed, but those that wait
        below it: they are not offered again, even if what speaks against them is taken back."""
        return self._offers.settle(self.clock.wall())

    def go_on(self, run: str = "") -> Conductor | None:
        """The run that was cut off, or this one of them, going on; None if it cannot any more. The
        others are closed, but those that wait below it."""
        if (offered := self._offers.settle(self.clock.wall(), run)) is None:
            return None
        at = CutOffAt(offered.standing, offered.away_s)
        return self._conductor(offered.plan, run=offered.run, cut_off=at)

    def leave_it(self) -> None:
        """What was cut off is closed, and not offered again."""
        self._offers.close(self.clock.wall())

    def _recall(self, memo: str) -> tuple[Plan, Standing]:
        gates = self.gates
        return recalled(memo, lambda kind: gates.given(kind, gates.training()))

    def _tell_misfit(self, why: str) -> None:
        if why not in self._misfits:
            self._misfits.append(why)

    def _may_go_on(self, plan: Plan) -> bool:
        return self.gates.speaks_against(plan) is None

    def _conductor(
        self,
        plan: Plan,
        *,
        run: str = "",
        practice: bool = False,
        cut_off: CutOffAt | None = None,
    ) -> Conductor:
        conductor = Conductor(
            plan,
            clock=self.clock,
            log=nowhere() if practice else self.log,
            play=self.cues.play,
            run=run or os.urandom(8).hex(),
            awake=self.awake.keep,
            cut_off=cut_off,
            news=lambda: self._news(conductor),
        )
        return conductor

    def _news(self, run: Conductor) -> Given | None:
        """What a workout is made with, where another process wrote meanwhile: it may be a cramp."""
        told = kind_of(run.plan) == "workout" and self.log.news()
        return self._given_to(run) if told else None

    def _given_to(self, workout: Conductor) -> Given:
        """What this workout is made with now, and the sips that were noted beside it."""
        from relief_tui.coach.workout import Workout  # no relief has to wait for it

        plan, given = workout.plan, self.gates.workout_given()
        if not isinstance(plan, Workout):
            return given
        return {**given, "elsewhere": self.log.logged(workout.run).sips - plan.sips}
