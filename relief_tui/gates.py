"""What may be begun now, and what its plan is made with after all that came before.

The one way to any plan: no face has to remember to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from relief_tui.coach.load import Load
from relief_tui.coach.plan import LightSet, Note, Plan
from relief_tui.coach.profile import NO_MASSAGE
from relief_tui.coach.recovery import Recovery, RecoveryScript
from relief_tui.coach.relief import Relief
from relief_tui.coach.routine import Routine
from relief_tui.coach.safety import closing
from relief_tui.coach.script import Script
from relief_tui.coach.step import Side
from relief_tui.coach.training import NEW, Allowed, Training, allowed_words, watch_words
from relief_tui.coach.value import dataclass
from relief_tui.coach.warmup import Warmup
from relief_tui.coach.warmup.off import left_out
from relief_tui.content import ContentError
from relief_tui.journal.log import Log
from relief_tui.journal.training import LOOK_BACK, training
from relief_tui.memo import Given
from relief_tui.settings import RepSteps, Settings
from relief_tui.wishes import Refusal, ReliefOptions, WorkoutWish

if TYPE_CHECKING:  # no relief has to wait for it
    from relief_tui.coach.workout import Workout
    from relief_tui.coach.workout.script import WorkoutScript


@cache
def _sets() -> WorkoutScript:
    from relief_tui.content.workout import load_workout

    return load_workout()


@dataclass(frozen=True, slots=True)
class Gates:
    """Makes plans from what was said and written so far. ``light`` reads the script of a light
    set, ``to_try`` the change that is being tried, in a few words, ``sets`` what is said in a
    workout: no relief has to wait for them."""

    log: Log
    wall: Callable[[], datetime]
    script: Script
    settings: Settings
    light: Callable[[], RecoveryScript]
    to_try: Callable[[], str] = str
    sets: Callable[[], WorkoutScript] = _sets

    def training(self, *, beginning: bool = False) -> Training:
        """What came before in the training that is going on; ``beginning`` for a relief."""
        now = self.wall()
        before = training(self.log.entries(since=now - LOOK_BACK), now, beginning=beginning)
        open_flags = (
            (flag, (now - datetime.fromisoformat(flag.at)).total_seconds())
            for flag in self.log.open_flags()
        )
        return replace(before, closed=closing(open_flags))

    def relief(self, options: ReliefOptions) -> Relief:
        """A relief: nothing ever speaks against one. Practice knows of nothing before it."""
        before = NEW if options.practice else self.training(beginning=True)
        return Relief(
            **self.given("relief", before),
            side=options.side,
            machine=options.machine,
            exercise=options.exercise,
            load=options.load,
            hold_s=options.hold_s if options.hold_s is not None else self.settings.hold_s,
        )

    def recovery(self, light: LightSet) -> Recovery | Refusal:
        """This light set, or why none may be."""
        refusal = self.curls_refused()
        return refusal or Recovery(**self.given("recovery", self.training()), light=light)

    def warmup(self, routine: Routine, line: int = 0) -> Warmup | Refusal:
        """This routine from ``line`` on, or why none of it may be done."""
        plan = Warmup(
            **self.given("warmup", self.training()),
            routine=routine,
            first=self._first_leg,
            by_key=self.settings.rep_steps is RepSteps.KEY,
            line=line,
        )
        return self.speaks_against(plan) or plan

    def workout(self, wish: WorkoutWish) -> Workout | Refusal:
        """A workout, or why none may be. What was not said is as last time, or as usual."""
        from relief_tui.coach.workout import Workout
        from relief_tui.coach.workout.loads import knowing, planned, proposing

        refusal = self.training_refused()
        if refusal is not None:
            return refusal
        script = self.sets()
        plan = Workout(
            **self.given("workout", self.training()),
            sets=wish.sets or script.sets,
            rest_s=script.rest_s if wish.rest_s is None else wish.rest_s,
            tempo=wish.tempo,
        )
        name = wish.exercise.encode(errors="replace").decode()  # typed in a broken encoding
        plan = planned(knowing(plan, 0.0), name or next(iter(plan.lasts), script.first))
        reps = plan.reps if wish.reps is None else wish.reps
        said = wish.load if wish.load != plan.load else None
        return replace(proposing(plan, said, own=wish.own) if said else plan, reps=reps)

    def training_refused(self) -> Refusal | None:
        """Why nothing may be trained now; None if something may."""
        before = self.training()
        if before.closed:
            return self._closed(before)
        over = before.allowed is Allowed.NOTHING
        return Refusal(allowed_words(before, self.script.after)) if over else None

    def curls_refused(self) -> Refusal | None:
        """Why no curl may follow now, not even a light one; None if nothing speaks against it."""
        before = self.training()
        if before.closed:
            return self._closed(before)
        if before.allowed is not Allowed.CURLS:
            return Refusal(allowed_words(before, self.script.after))
        return None

    def speaks_against(self, plan: Plan) -> Refusal | None:
        """Why ``plan`` may not begin or go on now, whatever was allowed before; None: it may."""
        if isinstance(plan, Warmup):
            return self._against_a_routine(plan)
        if not isinstance(plan, Relief | Recovery):
            return self.training_refused()
        curls = isinstance(plan, Recovery) or (isinstance(plan, Relief) and plan.planning)
        return self.curls_refused() if curls else None

    def _against_a_routine(self, plan: Warmup) -> Refusal | None:
        """Nothing is done once the training is over: a calf that cramped on is left in peace."""
        refusal = self.training_refused()
        if refusal is not None:
            return refusal
        fresh = replace(plan, **self.given("warmup", self.training()))
        return None if fresh.open_line(plan.line) is not None else Refusal(" ".join(fresh.why_off))

    def chosen_in(self, plan: Plan | None) -> str:
        """The exercise that was chosen in place of the one that cramped, on the plan of a relief;
        empty where none was."""
        if not isinstance(plan, Relief):
            return ""
        ways = {way.id: way.name for way in plan.script.after.ways}
        return self.sets().of(ways[plan.chosen]).name if plan.chosen in ways else ""

    def given(self, kind: str, before: Training) -> Given:
        """What a plan of this kind is made with, after what came before."""
        return _GIVEN[kind](self, before)

    def workout_given(self) -> Given:
        """What a workout is made with now."""
        return self.given("workout", self.training())

    def curl_load(self) -> Load | None:
        """The working load of the curls of this training; None: not known."""
        from relief_tui.journal.lately import curl_load  # no relief has to wait for it

        now = self.wall()
        return curl_load(self.log.entries(since=now - LOOK_BACK), now, self.curls)

    def _relief(self, before: Training) -> Given:
        return {
            "script": self.script,
            "flags": self.log.open_flags(),
            "equipment": self.settings.gear,
            "training": before,
            "rests": self.rests,
            "curls": self.curls,
            "meant": self.meant,
        }

    def rests(self, exercise: str) -> bool:
        """True of an exercise that is not for today after a cramp. Where the file that tells is
        broken nothing is known: a relief goes on without it."""
        try:
            return self.sets().of(exercise).rests
        except ContentError:
            return False

    def curls(self, exercise: str | None) -> bool:
        """True of a curl, and where none was named or the file that tells is broken: it is curls
        that Relief is for."""
        if exercise is None:
            return True
        try:
            return self.sets().curls(exercise)
        except ContentError:
            return True

    def meant(self, exercise: str) -> str:
        """The exercise that a name means, by its own name; the name where that is not known."""
        try:
            return self.sets().of(exercise).name
        except ContentError:
            return exercise

    def _recovery(self, before: Training) -> Given:
        watch = watch_words(before, self.script.after)
        notes = (Note(watch),) if watch else ()
        return {
            "script": self.light(),
            "safety": self.script.safety,
            "notes": notes,
            "opening": self._opening,
        }

    def _warmup(self, before: Training) -> Given:
        safety, curls = self.script.safety, before.allowed is Allowed.CURLS
        off = left_out(
            safety,
            [flag.card for flag in self.log.open_flags()],
            no_rolling=NO_MASSAGE if self.settings.profile.no_massage else "",
            no_curls="" if curls else allowed_words(before, self.script.after),
        )
        return {"safety": safety, "off": off, "opening": self._opening}

    def _workout(self, before: Training) -> Given:
        from relief_tui.journal.lately import drank_ago_s, first_loads, last_sets, warmed_up

        now = self.wall()
        asked = self.settings.drink_reminder
        today, sets = self.log.entries(since=now - LOOK_BACK), self.log.sets()
        return {
            "script": self.sets(),
            "safety": self.script.safety,
            "after": self.script.after,
            "equipment": self.settings.gear,
            "training": before,
            "sip": self.script.words.sip if asked else "",
            "opening": self._opening,
            "warmed": warmed_up(today, now),
            "lasts": last_sets(sets),
            "firsts": first_loads(today, now, sets),
            "drank_ago_s": drank_ago_s(today, now),
        }

    @property
    def _opening(self) -> tuple[Note, ...]:
        """What stands there while one gets ready."""
        words = self.to_try()
        return (Note(f"To try: {words}"),) if words else ()

    def _closed(self, before: Training) -> Refusal:
        named = self.script.safety.cards[before.closed[0]].condition
        return Refusal(f"Not now: a red flag is open ({named}).", before.closed)

    @property
    def _first_leg(self) -> Side:
        """The leg that cramped last: a warm-up begins with it."""
        last = self.log.latest_episode()
        return Side.RIGHT if last is not None and last.side is Side.RIGHT else Side.LEFT


_GIVEN: dict[str, Callable[[Gates, Training], Given]] = {
    "relief": Gates._relief,
    "recovery": Gates._recovery,
    "warmup": Gates._warmup,
    "workout": Gates._workout,
}
