"""From ``!`` to the cards and back, whatever screen it begins on."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App

from relief_tui.coach import inputs as press
from relief_tui.coach.event import FlagCleared, Flagged
from relief_tui.coach.redflags import Choice, choices, deck
from relief_tui.coach.safety import OpenFlag
from relief_tui.journal.log import Log
from relief_tui.screens.card import CardScreen
from relief_tui.screens.picker import PickerScreen
from relief_tui.screens.run import RunScreen
from relief_tui.services import Services


class RedFlags:
    """Opens the picker and the cards; tells the run, or the journal where none goes on."""

    def __init__(self, app: App[None], services: Services) -> None:
        self._app = app
        self._services = services

    def ask(self, run: RunScreen | None) -> None:
        """Open the picker; a pull waits for it, a rest does not."""
        waits = run is not None and run.view is not None and run.view.can_wait
        if run is not None and waits:
            run.send(press.Pause())
        lines = choices(self._services.script.safety, self._services.log.open_flags())

        def picked(choice: Choice | None) -> None:
            if choice is not None:
                self._picked(choice, run, resume=waits)
            elif run is not None and waits:
                run.send(press.GoOn())

        self._app.push_screen(PickerScreen(lines), picked)

    def show(self, ids: Iterable[str], run: RunScreen | None, *, resume: bool = False) -> None:
        """Show these cards; a pull that waited goes on afterwards."""
        cards = deck(self._services.script.safety, ids)
        shown = {card.id for card in cards.cards}
        flags = [flag for flag in self._services.log.open_flags() if flag.card in shown]

        def closed(_: None) -> None:
            if run is not None and resume:
                run.send(press.GoOn())

        self._app.push_screen(CardScreen(cards, flags), closed)

    def clear(self, flags: Iterable[OpenFlag], run: RunScreen | None) -> None:
        """A clinician has checked these. Written at once: however the card is left, it stays."""
        for flag in flags:
            self._log(run).write("", FlagCleared(flag.card, flag.side))

    def _picked(self, choice: Choice, run: RunScreen | None, *, resume: bool) -> None:
        if choice.news and run is not None and not run.conductor.over:
            run.send(press.Help(cards=choice.cards))
            if run.conductor.over:
                return  # it shows the cards that ended it
        elif choice.news:
            side = run.leg if run is not None else None
            for card in self._services.script.safety.by_tier(choice.cards):
                self._log(run).write("", Flagged(card.id, card.tier, side))
        self.show(choice.cards, run, resume=resume)

    def _log(self, run: RunScreen | None) -> Log:
        """Where it is kept: in practice nowhere."""
        return run.conductor.log if run is not None else self._services.log
