"""From ``!`` to the cards and back, whatever screen it begins on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.app import App

from relief_tui.coach import inputs as press
from relief_tui.coach.event import FlagCleared, Flagged
from relief_tui.coach.redflags import Choice, choices, clearable, deck
from relief_tui.coach.safety import OpenFlag
from relief_tui.journal.patterns import CARD
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
        waits = run is not None and run.wait()
        lines = choices(self._services.script.safety, self._services.log.open_flags())

        def picked(choice: Choice | None) -> None:
            if choice is not None:
                self._picked(choice, run, resume=waits)
            elif run is not None and waits:
                run.send(press.GoOn())

        self._app.push_screen(PickerScreen(lines), picked)

    def show(
        self,
        ids: Sequence[str],
        run: RunScreen | None,
        *,
        why: str = "",
        flag: OpenFlag | None = None,
        resume: bool = False,
    ) -> None:
        """Show these cards, and ``why`` they are; afterwards a pull that waited goes on.

        Only ``flag`` may be cleared there, or those of the cards that touch the leg of the run.
        """
        open_flags = self._services.log.open_flags()
        mine = (flag,) if flag else clearable(open_flags, ids, run.leg if run else None)

        def left(_: None) -> None:
            if run is not None and resume:
                run.send(press.GoOn())

        self._app.push_screen(
            CardScreen(deck(self._services.script.safety, ids), mine, why=why), left
        )

    def recurring(self) -> None:
        """Cramps that come back: their card, once, after the relief was left."""
        pattern = self._services.hindsight.flag_pattern()
        if pattern is None:
            return
        words = f"{pattern.words} A count, no diagnosis: that is why this card is here."
        self.show((CARD,), None, why=words)

    def clear(self, flags: Iterable[OpenFlag], run: RunScreen | None) -> None:
        """A clinician has checked these. Kept at once, in practice too, and the run is told."""
        for flag in flags:
            self._services.log.write("", FlagCleared(flag.card, flag.side))
            if run is not None:
                run.send(press.Cleared(card=flag.card, side=flag.side))

    def _picked(self, choice: Choice, run: RunScreen | None, *, resume: bool) -> None:
        if choice.news and run is not None:
            ran = not run.conductor.over
            run.send(press.Help(cards=choice.cards))
            if ran and run.conductor.over:
                return  # it shows the cards that ended it
        elif choice.news:
            for card in self._services.script.safety.by_tier(choice.cards):
                self._services.log.write("", Flagged(card.id, card.tier, None))
        self.show(choice.cards, run, flag=choice.flag, resume=resume)
