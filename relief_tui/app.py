"""The Textual face: which screen comes first, the keys that work everywhere, the themes."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from relief_tui.coach.event import Drank
from relief_tui.coach.redflags import CLEARED
from relief_tui.coach.reminders import SIP_NOTED
from relief_tui.firstcue import FIRST_CUE
from relief_tui.report.home import answer, home_value, opening_value
from relief_tui.screens.card import CardScreen
from relief_tui.screens.commands import commands, theme_choices
from relief_tui.screens.everywhere import EVERYWHERE, heed_signals
from relief_tui.screens.guides import Guides
from relief_tui.screens.home import HomeScreen
from relief_tui.screens.looks import LooksApp
from relief_tui.screens.pages import Pages
from relief_tui.screens.picker import PickerScreen
from relief_tui.screens.redflags import RedFlags
from relief_tui.screens.room import RoomScreen
from relief_tui.screens.run import RunScreen
from relief_tui.screens.runs import Runs
from relief_tui.services import Services
from relief_tui.settings import Volume
from relief_tui.wishes import ReliefOptions, WarmupWish, Wish, WorkoutWish

PROBE_AFTER_S = 0.5
"""The first screen is not to share the machine with whatever tries out the loudspeaker."""


class ReliefApp(LooksApp):
    """Composition only: screens show, the conductor acts, services build."""

    CSS_PATH = "app.tcss"
    TITLE = "Relief"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = EVERYWHERE

    def __init__(self, services: Services, first: Wish | None = None) -> None:
        # Read with the app's own sheet, its screen's is parsed once instead of three times.
        super().__init__(css_path=[self.CSS_PATH, f"screens/{_sheet(first)}.tcss"])
        self.services = services
        services.cues.face(self.bell, self._note)
        self._first = first
        self._untold: list[str] = []
        self._flags = RedFlags(self, services)
        self._pages = Pages(self, services)
        self.runs = Runs(self, services, show_cards=self._flags.show, left=self._ended)
        self._guides = Guides(self, services)
        self.wear(services.settings.theme)

    def on_load(self) -> None:
        """From before the terminal is taken a signal ends the app as a person would: the run
        keeps its place, the terminal is given back."""
        heed_signals(lambda code: self.exit(return_code=code))

    def on_mount(self) -> None:
        """A relief, a warm-up or a workout at once, or home."""
        self.take_keys(self.services.settings.keys)
        shown_s = FIRST_CUE.hand_over()
        if isinstance(self._first, ReliefOptions):
            self.runs.relieve(self._first, ago_s=shown_s)
        elif isinstance(self._first, WarmupWish):
            self._warm_up(self._first)
        elif isinstance(self._first, WorkoutWish):
            self._train(self._first)
        elif self._first is not None:
            self.runs.lighten(self._first)
        else:
            self._go_home()

    def on_ready(self) -> None:
        """The first picture stands: garbage is collected again, all that was made so far aside."""
        gc.freeze()
        gc.enable()
        self.set_timer(PROBE_AFTER_S, self.services.cues.probe)
        self._guides.watch()

    @property
    def failure(self) -> Exception | None:
        """What ended the app against its will."""
        return self._exception

    def _fatal_error(self) -> None:
        """Close without the framework's traceback: the shell gets one plain line instead."""
        self._close_messages_no_wait()

    # Home

    def _go_home(self) -> None:
        services = self.services
        if trouble := self.trouble_with_theme(services.settings.theme):
            self.notify(trouble, markup=False)
        opening = opening_value(services)
        self.push_screen(HomeScreen(opening, lambda: home_value(services), self._answer_first))

    def _answer_first(self, key: str) -> None:
        """A question that home asks was answered."""
        trouble = answer(self.services, home_value(self.services), key)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)

    def _tell_home(self) -> None:
        """Something changed that home shows, or what else shows the journal."""
        if isinstance(self.screen, RoomScreen):
            self.screen.reload()

    # Runs

    @property
    def run_screen(self) -> RunScreen | None:
        """The run that is on the screen or behind what is."""
        return self.runs.screen

    def _ended(self, ended: None) -> None:
        """A run was left: home, unless something else lies below it."""
        del ended
        if self.screen is self.screen_stack[0]:
            self._go_home()
        elif self.screen is self.run_screen:
            self.runs.come_back()
        if self.run_screen is None:
            self._tell_notes()
            self._flags.recurring()

    def on_run_screen_help_due(self, message: RunScreen.HelpDue) -> None:
        """The run ended with red-flag cards: they are shown at once."""
        self._flags.show(message.cards, self.run_screen)

    def on_run_screen_leads_on(self, message: RunScreen.LeadsOn) -> None:
        """The run ended, and another follows from it."""
        self.runs.lead_on(message.ending)

    def action_cramp(self) -> None:
        """Relief at once."""
        self.runs.cramp()

    def action_recovery(self) -> None:
        """A light set."""
        self.runs.recover()

    def action_warmup(self) -> None:
        """Choose a warm-up; not while a timer runs."""
        if self.runs.may_choose and not isinstance(self.screen, PickerScreen):
            self._warm_up(WarmupWish())

    def _warm_up(self, wish: WarmupWish) -> None:
        if wish.routine is not None:
            self.runs.warm(wish)
        else:
            self._pages.routines(self.runs.warm, self._ended)

    def action_training(self) -> None:
        """Choose an exercise: for a workout, or for the one that runs."""
        run = self.runs.planned
        if isinstance(self.screen, PickerScreen):
            return
        if run is not None:
            self._pages.other_exercise(run)
        elif self.runs.may_train:
            self._train(WorkoutWish())

    def _train(self, wish: WorkoutWish) -> None:
        if wish.exercise:
            self.runs.train(wish)
        else:
            self._pages.exercises(wish, self.runs.train, self._ended)

    def action_go_on(self) -> None:
        """Go on with what was cut off."""
        self.runs.go_on()
        self._tell_home()

    def action_leave_it(self) -> None:
        """What was cut off is closed; what was done of it stays."""
        self.runs.leave_it()
        self._tell_home()

    def action_red_flags(self) -> None:
        """The picker, from every screen but the picker."""
        if not isinstance(self.screen, PickerScreen):
            self._flags.ask(self.run_screen)

    def on_card_screen_cleared(self, message: CardScreen.Cleared) -> None:
        """A card was cleared by a clinician."""
        self._flags.clear(message.flags, self.run_screen)
        self.notify(CLEARED, timeout=4, markup=False)
        self._tell_home()

    # Keys that work everywhere

    def action_drank(self) -> None:
        """One press notes a sip; in a workout it answers the reminder."""
        run = self.run_screen
        if run is None or not run.drink():
            (run.conductor.log if run else self.services.log).write("", Drank())
        if self.services.script.words.sip:  # to whom a drink is spoken of at all
            self.notify(SIP_NOTED, timeout=2, markup=False)
        self._tell_home()

    def action_mute(self) -> None:
        """Silence at once, or sound again."""
        cues = self.services.cues
        cues.mute(not cues.muted)
        off = self.services.settings.volume is Volume.OFF
        words = "Sound is off in the settings." if off else "Sound on."
        self.clear_notifications()  # of muted and not, only one is true
        self.notify("Muted." if cues.muted else words, timeout=2, markup=False)

    def _note(self, note: str) -> None:
        """Something is not heard as it was wished; no cue is covered to say so."""
        self._untold.append(note)
        if self.run_screen is None:
            self._tell_notes()

    def _tell_notes(self) -> None:
        """What had to wait until no run was on the screen."""
        while self._untold:
            self.notify(self._untold.pop(0), timeout=4, markup=False)

    def action_settings(self) -> None:
        """The settings. A pull waits behind them, a rest goes on."""
        self._pages.settings(self.run_screen, self._choose)

    def _choose(self, key: str, value: str) -> str:
        """Change a setting; what it changes shows at once. Answers what went wrong."""
        trouble = self.services.choose(key, value)
        if key == "theme":
            self.wear(self.services.settings.theme)
            trouble = trouble or self.why_not(self.services.settings.theme)
        self.take_keys(self.services.settings.keys)
        return trouble

    def action_why(self) -> None:
        """Why did it cramp? Not while a timer runs."""
        if self.runs.may_choose and not isinstance(self.screen, PickerScreen):
            self._pages.why()

    def action_history(self) -> None:
        """What happened; not while a timer runs."""
        if self.runs.may_choose and not isinstance(self.screen, PickerScreen):
            self._pages.history()

    def action_health(self) -> None:
        """The health questions; not while a timer runs."""
        if self.runs.may_choose:
            self._pages.health()

    def action_guide(self) -> None:
        """What there is to look up; not while a timer runs."""
        self._guides.look_up(self.runs)

    def action_why_this(self) -> None:
        """Why does the coach say this?"""
        self._guides.why(self.run_screen)

    def action_help(self) -> None:
        """The keys of this screen."""
        self._pages.help()

    async def action_quit(self) -> None:
        """Stop the run, keep what was done, give the terminal back."""
        self.runs.leave_all()
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: everything that has a key there."""
        return commands(self, screen, self.services.settings, self._pick)

    def search_themes(self) -> None:
        """The themes by name."""
        self.search_commands(theme_choices(self, self._pick), "Search for a theme…")

    def _pick(self, key: str, value: str) -> None:
        """Change a setting by the palette."""
        self.notify(self._choose(key, value) or f"{key}: {value}", timeout=2, markup=False)
        self._tell_home()


def _sheet(first: Wish | None) -> str:
    """The style sheet of the first screen."""
    match first:
        case None:
            return "home"
        case WarmupWish(routine=None):
            return "chooser"
        case WorkoutWish(exercise=""):
            return "training"
        case _:
            return "run"
