"""Builds what every face and command shares, once: settings, clock, journal, script, conductor."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from relief_tui import process
from relief_tui.clock import Clock, system_clock
from relief_tui.coach.equipment import Equipment
from relief_tui.coach.event import Answered
from relief_tui.coach.lighter import recovery_load
from relief_tui.coach.load import Load
from relief_tui.coach.plan import LightSet, Note, Plan
from relief_tui.coach.profile import NO_ROLLING
from relief_tui.coach.recovery import Recovery, RecoveryScript
from relief_tui.coach.relief import Relief
from relief_tui.coach.routine import Routine
from relief_tui.coach.safety import closing
from relief_tui.coach.script import Script
from relief_tui.coach.state import Standing
from relief_tui.coach.step import Side
from relief_tui.coach.training import NEW, Allowed, Training, allowed_words, watch_words
from relief_tui.coach.warmup import Warmup
from relief_tui.coach.warmup.off import left_out
from relief_tui.conductor import Conductor, CutOffAt
from relief_tui.content import load_recovery, load_script
from relief_tui.cues import bell
from relief_tui.journal.cutoff import Alive
from relief_tui.journal.log import Log, nowhere, open_log
from relief_tui.journal.training import LOOK_BACK, training
from relief_tui.memo import recalled
from relief_tui.offers import Offer, Offers
from relief_tui.paths import Paths, find_paths
from relief_tui.settings import Loaded, RepSteps, Settings, Volume, load_settings
from relief_tui.wishes import Refusal, ReliefOptions

if TYPE_CHECKING:
    from relief_tui.coach.causes import Asked
    from relief_tui.shelf import Shelf


@dataclasses.dataclass
class Services:
    """What is shared by all that runs in this process."""

    paths: Paths = field(default_factory=find_paths)
    clock: Clock = field(default_factory=system_clock)
    alive: Alive = process.alive
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
        self.__dict__.pop("script", None)  # what is said may fit another person now
        return trouble

    def answer_first(self, key: str) -> str:
        """An answer to a question of the first start; what went wrong with it, or nothing."""
        from relief_tui.settings.first import answers

        troubles = [self.choose(name, value) for name, value in answers(key, self.settings)]
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
    def script(self) -> Script:
        """What the coach says."""
        return self.settings.profile.fitting(load_script())

    @cached_property
    def recovery_script(self) -> RecoveryScript:
        """What the coach says in an active-recovery set."""
        return load_recovery()

    @property
    def troubles(self) -> tuple[str, ...]:
        """Plain lines about what does not work here, each with the mend."""
        return (*self.loaded.problems, *self.log.troubles, *self._misfits)

    def training(self, *, beginning: bool = False) -> Training:
        """What came before in the training that is going on; ``beginning`` for a relief."""
        now = self.clock.wall()
        before = training(self.log.entries(since=now - LOOK_BACK), now, beginning=beginning)
        return replace(before, closed=self._closing)

    def relief(self, options: ReliefOptions, ring: Callable[[], None]) -> Conductor:
        """A relief ready to begin; ``ring`` rings the terminal's bell.

        It never asks: a run that was cut off before is closed.
        """
        settings = self.settings
        if not options.practice:
            self.leave_it()
        before = NEW if options.practice else self.training(beginning=True)
        plan = Relief(
            **self._given(before)["relief"],
            side=options.side,
            machine=options.machine,
            exercise=options.exercise,
            load=options.load,
            hold_s=options.hold_s if options.hold_s is not None else settings.hold_s,
        )
        return self._conductor(plan, ring, practice=options.practice)

    @property
    def _closing(self) -> tuple[str, ...]:
        """The open cards that close all training now."""
        now = self.clock.wall()
        return closing(
            (flag, (now - datetime.fromisoformat(flag.at)).total_seconds())
            for flag in self.log.open_flags()
        )

    def curls_refused(self) -> Refusal | None:
        """Why no curl may follow now, not even a light one; None if nothing speaks against it."""
        before = self.training()
        if before.closed:
            return self._closed(before)
        if before.allowed is not Allowed.CURLS:
            return Refusal(allowed_words(before, self.script.after))
        return None

    def _closed(self, before: Training) -> Refusal:
        named = self.script.safety.cards[before.closed[0]].condition
        return Refusal(f"Not now: a red flag is open ({named}).", before.closed)

    def recovery(
        self, light: LightSet, ring: Callable[[], None], *, practice: bool = False
    ) -> Conductor | Refusal:
        """An active-recovery set ready to begin, or why none may. The one way to any of them: no
        face has to remember to ask. A run that was cut off before is closed."""
        refusal = self.curls_refused()
        if refusal is not None:
            return refusal
        if not practice:
            self.leave_it()
        plan = Recovery(**self._given(self.training())["recovery"], light=light)
        return self._conductor(plan, ring, practice=practice)

    def warmup(
        self, routine: Routine, ring: Callable[[], None], *, line: int = 0
    ) -> Conductor | Refusal:
        """A routine ready to begin at ``line``, or why none of it may be done. A run that was cut
        off before is closed."""
        before = self.training()
        if before.closed:
            return self._closed(before)
        plan = Warmup(
            **self._given(before)["warmup"],
            routine=routine,
            first=self._first_leg,
            by_key=self.settings.rep_steps is RepSteps.KEY,
            line=line,
        )
        if plan.open_line(line) is None:
            return Refusal(" ".join(plan.why_off))
        self.leave_it()
        return self._conductor(plan, ring)

    @property
    def _first_leg(self) -> Side:
        """The leg that cramped last: a warm-up begins with it."""
        last = self.log.latest_episode()
        return Side.RIGHT if last is not None and last.side is Side.RIGHT else Side.LEFT

    def light_set(self, working: Load | None = None, sets: int = 1) -> LightSet:
        """The active-recovery set for a working load: the one given, or the first of this
        training."""
        working = working or self.training().first_load
        return LightSet(recovery_load(working, self.equipment), working, sets)

    @property
    def _offers(self) -> Offers:
        return Offers(self.log, self.alive, self._recall, self._may_go_on, self._misfits.append)

    def offer(self) -> Offer | None:
        """The run that was cut off and can be gone on with. All others like it are closed."""
        return self._offers.find(self.clock.wall())

    def go_on(self, ring: Callable[[], None]) -> Conductor | None:
        """The run that was cut off, going on; None if there is none any more."""
        offered = self.offer()
        if offered is None:
            return None
        at = CutOffAt(offered.standing, offered.ago_s / self.clock.real(1.0))
        return self._conductor(offered.plan, ring, run=offered.run, cut_off=at)

    def answer_why(self, run: str, questions: Sequence[Asked], lines: Sequence[int]) -> None:
        """Keep what was answered about the cramp of ``run``, in the order of ``questions``."""
        for question, line in zip(questions, lines, strict=False):
            if line <= len(question.lines):
                self.log.write(run, Answered(question.name, line))

    def leave_it(self) -> None:
        """What was cut off is closed, and not offered again."""
        self._offers.close()

    def _recall(self, memo: str) -> tuple[Plan, Standing]:
        return recalled(memo, self._given(self.training()))

    def _may_go_on(self, plan: Plan) -> bool:
        """Where curls come next, something may speak against them that did not before."""
        if isinstance(plan, Warmup):
            return not self.training().closed and not plan.is_off(plan.line)
        curls = isinstance(plan, Recovery) or (isinstance(plan, Relief) and plan.planning)
        return not curls or self.curls_refused() is None

    def _given(self, before: Training) -> dict[str, dict[str, Any]]:
        """What the plans of each kind are made with, after what came before."""
        after = self.script.after
        watch = watch_words(before, after)
        curls = before.allowed is Allowed.CURLS
        return {
            "relief": {
                "script": self.script,
                "flags": self.log.open_flags(),
                "equipment": self.equipment,
                "training": before,
            },
            "recovery": {
                "script": self.recovery_script,
                "safety": self.script.safety,
                "notes": (Note(watch),) if watch else (),
            },
            "warmup": {
                "safety": self.script.safety,
                "off": left_out(
                    self.script.safety,
                    [flag.card for flag in self.log.open_flags()],
                    no_rolling=NO_ROLLING if self.settings.profile.no_massage else "",
                    no_curls="" if curls else f"No leg curls: {allowed_words(before, after)}",
                ),
            },
        }

    def _conductor(
        self,
        plan: Plan,
        ring: Callable[[], None],
        *,
        run: str = "",
        practice: bool = False,
        cut_off: CutOffAt | None = None,
    ) -> Conductor:
        return Conductor(
            plan,
            clock=self.clock,
            log=nowhere() if practice else self.log,
            play=bell(lambda: None if self.settings.volume is Volume.OFF else ring()),
            run=run or os.urandom(8).hex(),
            cut_off=cut_off,
        )

    def close(self) -> None:
        """Close the journal."""
        if "log" in self.__dict__:
            self.log.close()
