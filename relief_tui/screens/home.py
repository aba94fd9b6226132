"""Home: one giant way into relief, the last cramp, what is open, the other ways in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from relief_tui.coach.redflags import flag_words
from relief_tui.coach.safety import Card, OpenFlag
from relief_tui.report.home import HomeAsk, HomeValue
from relief_tui.screens.digits import FRENCH_DIGITS
from relief_tui.screens.room import RoomScreen
from relief_tui.settings.first import FirstStart
from relief_tui.widgets.chips import Chip
from relief_tui.widgets.facts import Fact, Facts, Ways
from relief_tui.widgets.first import FirstQuestions, GoOn, HomeQuestion
from relief_tui.widgets.heading import Heading
from relief_tui.widgets.keyline import Key, KeyLine

WAYS = (
    Key("a", "light set", "app.recovery"),
    Key("g", "guide", "app.guide"),
    Key("h", "history", "app.history"),
    Key("y", "why it cramped", "app.why"),
    Key(",", "settings", "app.settings"),
)
"""The other ways in, besides those in the footer."""
KEYS = (
    Key("c", "cramp", "app.cramp"),
    Key("w", "warm-up", "app.warmup"),
    Key("?", "help", "app.help"),
    Key("t", "training", "app.training"),
    Key("d", "drank", "app.drank"),
    Key("q", "quit", "app.quit"),
)
GO_ON_KEYS = (
    Key("SPACE", "go on", "main"),
    Key("x", "leave it", "app.leave_it"),
    *(key for key in KEYS if key.key in ("c", "w", "t", "?", "q")),
)
RELOAD_S, COUNT_S = 20.0, 1.0
"""How old what home shows may get: it tells the time, and how long the watch still lasts; while a
rest waits that runs on, what is left of that."""
WAY_IN = "CRAMP? c or SPACE: relief starts at once"
NO_DRINK = "no drink yet", "d notes a sip"
WAY_IN_BESIDE = "CRAMP? c: relief starts at once"


class CrampField(Vertical):
    """The whole field is the way into relief."""

    async def on_click(self) -> None:
        """A click anywhere on it starts relief."""
        await self.run_action("app.cramp")


class HomeScreen(RoomScreen[None]):
    """The first screen of the app. ``answer`` takes the key of a question that is asked here."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,pagedown", "main", "Go on, or cramp: relief at once", id="home-main"),
        Binding("x", "leave_it", "Leave what was cut off", id="leave-it"),
        *(
            Binding(keys, f"answer('{key}')", "An answer to what is asked", id=f"first-{key}")
            for key, keys in (
                ("0", "0,à"),
                *((str(n), f"{n},{french}") for n, french in enumerate(FRENCH_DIGITS, start=1)),
            )
        ),
    ]

    def __init__(
        self,
        opening: HomeValue,
        load: Callable[[], HomeValue],
        answer: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._load = load
        self._answer = answer
        self._value = opening
        self._make_room()

    def compose(self) -> ComposeResult:
        """Title, the field, what was cut off, the first questions, what is known, footer."""
        with Horizontal(id="title"):
            yield Static("RELIEF", id="name")
            yield Static(id="today", classes="context")
        with CrampField(id="cramp", classes="fill-ease-out"):
            yield Heading(id="word")
            yield Static(WAY_IN, id="cramp-keys", markup=False)
        if self._value.go_on:
            yield GoOn(self._value.go_on)
        if self._value.first is not None:
            yield FirstQuestions(self._value.first)
        if self._value.ask is not None:
            yield HomeQuestion(self._value.ask.words, self._value.ask.picks)
        yield Static(id="open")
        yield Static(id="watch", markup=False)
        yield Static(id="to-try", markup=False)
        yield Facts(id="facts")
        yield Ways(WAYS)
        yield Static(id="troubles")
        yield KeyLine()

    def on_mount(self) -> None:
        """The word, and what is known already."""
        self.query_one(Heading).words = "CRAMP!"
        self._show()
        self._minutes = self.set_interval(RELOAD_S, self.reload, pause=True)
        self._seconds = self.set_interval(COUNT_S, self.reload, pause=True)

    def on_screen_resume(self) -> None:
        """First the picture, then what is new in the journal; from now on it keeps up."""
        self.call_after_refresh(self.reload)
        self._minutes.resume()

    def on_screen_suspend(self) -> None:
        """Nothing is seen behind another screen."""
        self._minutes.pause()
        self._seconds.pause()

    def reload(self) -> None:
        """Show what is known now; of a rest that waits and runs on, every second."""
        before, self._value = self._value, self._load()
        ticked = replace(before, now=self._value.now, go_on=self._value.go_on)
        if before.counts and self._value == ticked:
            self._show_time()
            self._show_go_on(self._value.go_on)
        else:
            self._show()
        (self._seconds.resume if self.counts else self._seconds.pause)()

    @property
    def counts(self) -> bool:
        """True while it shows how the seconds of a rest go by."""
        return self._value.counts and self.is_active

    def resized(self, size: Size) -> None:
        """In a small window each fact has one line."""
        del size
        self._show_facts()

    async def action_main(self) -> None:
        """The main thing: go on with what was cut off; else it is a cramp."""
        await self.run_action("app.go_on" if self._value.go_on else "app.cramp")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is asked can be answered, and only what is offered left."""
        del parameters
        asked = self._value.first is not None or self._value.ask is not None
        offered = {"answer": asked, "leave_it": bool(self._value.go_on)}
        return offered.get(action, True)

    async def action_leave_it(self) -> None:
        """What was cut off is closed."""
        await self.run_action("app.leave_it")

    async def action_answer(self, key: str) -> None:
        """An answer, while there is a question."""
        ask = None if self._value.first else self._value.ask
        if ask is not None and ask.health and key == "1":
            await self.run_action("app.health")
        elif self._value.first is not None or ask is not None:
            self._answer(key)
            self.reload()

    async def on_chip_pressed(self, message: Chip.Pressed) -> None:
        """A click on a chip is its key."""
        message.stop()
        if message.key == "SPACE":
            await self.action_main()
        elif message.key == "x":
            await self.run_action("app.leave_it")
        else:
            await self.action_answer(message.key)

    def _show_time(self) -> None:
        now = self._value.now
        today = f"{now:%a} {now.day} {now:%b   %H:%M}"
        self.query_one("#today", Static).update(Content(today))

    def _show(self) -> None:
        value = self._value
        self._show_time()
        self.query_one("#open", Static).update(_flags(value.flags))
        self.query_one("#watch", Static).update(Content(value.watch or value.pattern))
        to_try = Content.assemble(("To try: ", "dim"), (value.to_try, "bold"))
        self.query_one("#to-try", Static).update(to_try)
        self.query_one("#troubles", Static).update(Content("\n".join(value.troubles)))
        way_in = WAY_IN_BESIDE if value.go_on else WAY_IN
        self.query_one("#cramp-keys", Static).update(Content(way_in))
        keys = GO_ON_KEYS if value.go_on else KEYS
        self.query_one(KeyLine).keys = tuple(key for key in keys if value.sips or key.key != "d")
        self._show_facts()
        self._show_go_on(value.go_on)
        self._show_first(value.first)
        self._show_ask(value.ask)
        self._make_room()

    def _show_facts(self) -> None:
        value = self._value
        why = f"○ {value.next_time_why}" if value.next_time_why else ""
        one_line = self.room_class in ("xs", "tiny")
        drinks = (value.drinks or NO_DRINK[0], value.last_drink or NO_DRINK[1])
        drinks = drinks if value.sips else ("", "")
        for name, words, detail in (
            ("#drinks", drinks[0], drinks[1]),
            ("#last", value.last, value.last_how),
            ("#next", value.next_time, why),
        ):
            self.query_one(name, Fact).show(words, detail, one_line=one_line)

    def _show_go_on(self, words: str) -> None:
        """The offer to go on, for as long as there is one."""
        blocks = self.query(GoOn)
        if not words:
            blocks.remove()
        elif blocks:
            blocks.first().show(words)
        else:
            self.mount(GoOn(words), after="#cramp")

    def _show_first(self, first: FirstStart | None) -> None:
        """The questions of the first start, for as long as there are any."""
        blocks = self.query(FirstQuestions)
        if first is None:
            blocks.remove()
        elif blocks:
            blocks.first().show(first)
        else:
            self.mount(FirstQuestions(first), before="#open")

    def _show_ask(self, ask: HomeAsk | None) -> None:
        """What is asked beside everything else, for as long as it is."""
        blocks = self.query(HomeQuestion)
        if blocks and (ask is None or blocks.first().words != ask.words):
            blocks.remove()
        if ask is not None and not (blocks and blocks.first().words == ask.words):
            self.mount(HomeQuestion(ask.words, ask.picks), before="#open")

    def _make_room(self) -> None:
        """What stands here only at times takes the room of what matters least."""
        value = self._value
        guests = {
            "-going": value.go_on,
            "-asking": value.first,
            "-asked": value.ask,
            "-flagged": value.flags,
            "-watched": value.watch or value.pattern,
            "-troubled": value.troubles,
        }
        many = sum(map(bool, guests.values()))
        self.update_classes(
            {name: bool(guest) for name, guest in guests.items()}
            | {f"-guests-{least}": many >= least for least in (1, 2, 3, 4)}
            | {"-ahead": bool(value.next_time), "-trying": self._tries}
        )

    @property
    def _tries(self) -> bool:
        """True where what is being tried stands on a line of its own."""
        asked = self._value.ask is not None and not self._value.ask.health
        return bool(self._value.to_try) and not asked


def _flags(flags: Sequence[tuple[OpenFlag, Card]]) -> Content:
    """One line for all that is open, the legs named."""
    named = [flag_words(card, flag) for flag, card in flags]
    chip = Content.styled(" ! ", "bold #ffffff on #a20519")
    return Content.assemble(chip, (" open: ", "bold"), "; ".join(named))
