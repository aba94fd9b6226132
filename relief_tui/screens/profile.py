"""The health questions: seven, one key each, all of them skippable; the answers are settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from relief_tui.coach.profile import Profile
from relief_tui.coach.step import Asking, Question
from relief_tui.screens.room import RoomScreen
from relief_tui.settings import Settings
from relief_tui.settings.keys import HEALTH_NOTE, Said
from relief_tui.settings.words import describe
from relief_tui.widgets.asking import Ask
from relief_tui.widgets.keyline import Key, KeyLine

ABOUT = "No answer is a diagnosis, and none is needed. Each changes wording only, and stays here."
ASKED = "health_asked"
_ANSWERS = (Said.NOT_SAID, Said.YES, Said.NO)
"""By the number that is pressed."""
_KEYS = (
    Key("esc", "leave the rest", "leave"),
    Key("1", "yes", "answer(1)"),
    Key("2", "no", "answer(2)"),
    Key("0", "rather not say", "answer(0)"),
    Key("?", "help", "app.help"),
)


class ProfileScreen(RoomScreen[None]):
    """``read`` answers the settings in force; ``choose`` changes one and answers what went wrong,
    or nothing."""

    CSS_PATH = "profile.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0,à", "answer(0)", "Rather not say", id="health-0"),
        Binding("1,ampersand", "answer(1)", "Yes", id="health-1"),
        Binding("2,é", "answer(2)", "No", id="health-2"),
        Binding("p,up,left,pageup", "back", "The question before", id="health-back"),
        Binding("escape", "leave", "Leave the rest", id="health-leave"),
    ]

    at: reactive[int] = reactive(0, init=False)

    def __init__(self, read: Callable[[], Settings], choose: Callable[[str, str], str]) -> None:
        super().__init__()
        self._read = read
        self._choose = choose
        about = {row.key: row.about for row in describe(read())}
        self._asked = tuple(
            (each.name, about[each.name].removesuffix(HEALTH_NOTE).strip())
            for each in fields(Profile)
        )

    def compose(self) -> ComposeResult:
        """Title, what it is for, the question, its answers, footer."""
        with Horizontal(id="title"):
            yield Static("HEALTH", id="name", markup=False)
            yield Static(
                "skippable; they stay on this machine",
                id="context",
                classes="context",
                markup=False,
            )
        yield Static(ABOUT, id="about", classes="dim", markup=False)
        yield Static(id="question", markup=False)
        yield Ask()
        yield KeyLine()

    def on_mount(self) -> None:
        """The first question."""
        self.query_one(KeyLine).keys = _KEYS
        self.watch_at()

    def watch_at(self) -> None:
        """Another question, and what was said to it so far."""
        key, words = self._asked[self.at]
        self.query_one("#question", Static).update(Content(words))
        said = getattr(self._read(), key)
        so_far = "" if said is Said.NOT_SAID else f"   so far: {said}"
        title = f"question {self.at + 1} of {len(self._asked)}{so_far}"
        before = "p the one before" if self.at else ""
        self.query_one(Ask).question = Question(
            key, Asking.LIST, title, ("Yes", "No"), none="rather not say", hint=before
        )

    def action_answer(self, number: int) -> None:
        """Keep it, and ask the next."""
        self._keep(self._asked[self.at][0], _ANSWERS[number])
        if self.at + 1 < len(self._asked):
            self.at += 1
        else:
            self.action_leave()

    def on_ask_answered(self, message: Ask.Answered) -> None:
        """A click on a line."""
        self.action_answer(message.number)

    def action_back(self) -> None:
        """The question before."""
        self.at = max(0, self.at - 1)

    def action_leave(self) -> None:
        """What is left stays as it is, and home does not offer it again."""
        self._keep(ASKED, "true")
        self.dismiss(None)

    def _keep(self, key: str, value: str) -> None:
        trouble = self._choose(key, value)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
