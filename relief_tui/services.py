"""Builds what every face and command shares, once: settings, clock, journal, script, conductor."""

from __future__ import annotations

import dataclasses
import os
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from relief_tui import process
from relief_tui.awake import Awake
from relief_tui.clock import Clock, system_clock
from relief_tui.coach.equipment import Equipment
from relief_tui.coach.inputs import Stop
from relief_tui.coach.lighter import recovery_load
from relief_tui.coach.load import Load
from relief_tui.coach.plan import LightSet, Plan
from relief_tui.coach.recovery import RecoveryScript
from relief_tui.coach.routine import Routine
from relief_tui.coach.script import Script
from relief_tui.coach.state import Standing
from relief_tui.coach.training import Training
from relief_tui.conductor import Conductor, CutOffAt
from relief_tui.content import load_recovery, load_script
from relief_tui.content.folder import assets_folder
from relief_tui.gates import Gates
from relief_tui.hindsight import Hindsight
from relief_tui.journal.cutoff import Alive
from relief_tui.journal.log import Log, nowhere, open_log
from relief_tui.memo import Given, kind_of, recalled
from relief_tui.offers import Offer, Offers
from relief_tui.paths import Paths, find_paths
from relief_tui.settings import Loaded, Settings, load_settings
from relief_tui.wishes import Refusal, ReliefOptions, WorkoutWish

if TYPE_CHECKING:
    from relief_tui.coach.guide import Guide
    from relief_tui.coach.view import View
    from relief_tui.content.causes import Causes
    from relief_tui.cues import Cues
    from relief_tui.shelf import Shelf


WAITED_TOO_LONG = "It waited too long, and is closed."


@dataclasses.dataclass
class Services:
    """What is shared by all that runs in this process. ``attended``: whether somebody is there to
    hear it; None looks at the terminal."""

    paths: Paths = field(default_factory=find_paths)
    clock: Clock = field(default_factory=system_clock)
    alive: Alive = process.alive
    attended: bool | None = None
    awake: Awake = field(default_factory=Awake)
    _misfits: list[str] = field(default_factory=list)

    @cached_property
    def loaded(self) -> Loaded:
        """The settings and what is wrong with their file."""
        return load_settings(self.paths.settings)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.loaded.settings

    def choose(self, key: str, value: str) -> str:
        """Change a setting. Answers what went wrong, or nothing; where it is the file that is at
        fault, the choice holds for this process all the same."""
        from relief_tui.settings.writing import choose

        self.loaded, trouble = choose(self.loaded, key, value)
        for said in ("script", "causes"):  # what is said may fit another person now
            self.__dict__.pop(said, None)
        return trouble

    def answer_first(self, key: str) -> str:
        """An answer to a question of the first start; what went wrong with it, or nothing. How
        loud the tones are is heard at once."""
        from relief_tui.settings.first import answers

        given = answers(key, self.settings)
        troubles = [self.choose(name, value) for name, value in given]
        if [name for name, _ in given] == ["volume"]:
            self.cues.sample()
        return next(filter(None, troubles), "")

    @property
    def equipment(self) -> Equipment:
        """What the working load is set with, as the settings describe it."""
        return self.settings.gear

    @cached_property
    def log(self) -> Log:
        """The journal."""
        return open_log(self.paths.journal, self.clock.wall)

    @property
    def shelf(self) -> Shelf:
        """The routines there are."""
        from relief_tui.shelf import Shelf  # no relief has to wait for it

        return Shelf(self.paths.routines)

    @cached_property
    def guide(self) -> Guide:
        """What there is to look up; what could not be read of it stands in its ``troubles``."""
        from relief_tui.content.guide import load_guide  # no relief has to wait for it

        return load_guide()

    @cached_property
    def causes(self) -> Causes:
        """What may have caused a cramp, as it may be said to this person."""
        from relief_tui.content.causes import load_causes  # no relief has to wait for it

        causes = load_causes()
        return replace(causes, causes=self.settings.profile.fitting_causes(causes.causes))

    @cached_property
    def script(self) -> Script:
        """What the coach says."""
        return self.settings.profile.fitting(load_script())

    @cached_property
    def recovery_script(self) -> RecoveryScript:
        """What the coach says in an active-recovery set."""
        return load_recovery()

    @cached_property
    def cues(self) -> Cues:
        """What is heard."""
        from relief_tui.cues import Cues  # nothing but a run has to wait for it

        return Cues(
            assets_folder() / "sounds",
            volume=lambda: self.settings.volume,
            voice=lambda: self.settings.voice,
            player=self.settings.player,
            speech=self.settings.speech,
            attended=self.attended,
        )

    @property
    def troubles(self) -> tuple[str, ...]:
        """Plain lines about what does not work here, each with the mend."""
        return (*self.loaded.problems, *self.log.troubles, *self._misfits)

    @property
    def hindsight(self) -> Hindsight:
        """What is made of cramps afterwards."""
        return Hindsight(self.log, lambda: self.causes, lambda: self.script.safety)

    @property
    def gates(self) -> Gates:
        """What may be begun now."""
        return Gates(
            self.log,
            self.clock.wall,
            self.script,
            self.settings,
            lambda: self.recovery_script,
            lambda: self.hindsight.to_try,
        )

    def training(self) -> Training:
        """What came before in the training that is going on."""
        return self.gates.training()

    def relief(self, options: ReliefOptions) -> Conductor:
        """A relief ready to begin. It never asks: a run that was cut off before is closed."""
        if not options.practice:
            self.leave_it()
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
        return workout.learn(self._workout_given())

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
        waited.handle(Stop(forced=True))
        return refusal or Refusal(WAITED_TOO_LONG)

    def light_set(self, working: Load | None = None, sets: int = 1) -> LightSet:
        """The active-recovery set for a working load: the one given, or the first of this
        training."""
        working = working or self.training().first_load
        return LightSet(recovery_load(working, self.equipment), working, sets)

    @property
    def _offers(self) -> Offers:
        clock, misfit = self.clock, self._misfits.append
        return Offers(self.log, self.alive, self._recall, self._may_go_on, misfit, clock.real)

    def offer(self) -> Offer | None:
        """The run that was cut off and can be gone on with. All others like it are closed."""
        return self._offers.find(self.clock.wall())

    def go_on(self, run: str = "") -> Conductor | None:
        """The run that was cut off, or this one of them, going on; None if it cannot any more."""
        offered = self._offers.find(self.clock.wall(), run)
        if offered is None:
            return None
        at = CutOffAt(offered.standing, offered.away_s)
        return self._conductor(offered.plan, run=offered.run, cut_off=at)

    def leave_it(self) -> None:
        """What was cut off is closed, and not offered again."""
        self._offers.close(self.clock.wall())

    def _recall(self, memo: str) -> tuple[Plan, Standing]:
        gates = self.gates
        return recalled(memo, lambda kind: gates.given(kind, gates.training()))

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
        return Conductor(
            plan,
            clock=self.clock,
            log=nowhere() if practice else self.log,
            play=self.cues.play,
            run=run or os.urandom(8).hex(),
            awake=self.awake.keep,
            cut_off=cut_off,
            news=self._workout_news if kind_of(plan) == "workout" else lambda: None,
        )

    def _workout_news(self) -> Given | None:
        """What a workout is made with, where another process wrote meanwhile: it may be a cramp."""
        return self._workout_given() if self.log.news() else None

    def _workout_given(self) -> Given:
        return self.gates.given("workout", self.training())

    def close(self) -> None:
        """Close the journal; what sounds comes to its end, and the screen may sleep."""
        self.awake.keep(False)
        if "log" in self.__dict__:
            self.log.close()
        if "cues" in self.__dict__:
            self.cues.close()
