"""Why did it cramp? What is known, what is asked, what speaks for each cause, one change to try."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from relief_tui.coach.causes import Asked, Finding
from relief_tui.coach.step import Asking, Question
from relief_tui.report.why import (
    NO_CERTAINTY,
    NO_EPISODE,
    NOTHING_SPEAKS,
    TOO_LITTLE,
    WhyValue,
    earlier_words,
    episode_words,
    known_words,
    label_words,
)
from relief_tui.report.whybook import WhyBook
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.asking import Ask
from relief_tui.widgets.keyline import Key, KeyLine

ONE_CHANGE = "ONE CHANGE TO TRY"
BEING_TRIED = "✓ Noted: home and the next run open with it."
MORE = "More of it in the guide: g"
NOTHING_KNOWN = "nothing of the circumstances"
_DIGITS = ("0,à", "1,ampersand", "2,é", "3,quotation_mark", "4,apostrophe")


class WhyScreen(RoomScreen[None]):
    """One cramp at a time, the last one first."""

    CSS_PATH = "why.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(keys, f"answer({n})", "Answer", id=f"why-{n}", show=False)
            for n, keys in enumerate(_DIGITS)
        ),
        Binding("enter,space", "try_it", "Try this change", id="why-try"),
        Binding("p,left,pageup", "turn(1)", "The cramp before", id="why-before"),
        Binding("n,right,pagedown", "turn(-1)", "The cramp after", id="why-after"),
        Binding("down", "scroll(1)", "Read on", id="why-down"),
        Binding("up", "scroll(-1)", "Read back", id="why-up"),
        Binding("u", "undo", "Take back the last answer", id="why-undo"),
        Binding("i", "health", "Health questions", id="why-health"),
        Binding("escape", "leave", "Leave the questions; back", id="why-leave"),
    ]

    def __init__(self, book: WhyBook) -> None:
        super().__init__()
        self._book = book
        self._at = 0
        self._left = self._away = False
        self._value = book.value(0)

    @property
    def guide_entry(self) -> str:
        """The entry behind the one change."""
        if self._value is None or self._asked is not None:
            return ""
        return self._value.why.change.entry

    def compose(self) -> ComposeResult:
        """Title, what is known, the question or the causes, the one change, footer."""
        with Horizontal(id="title"):
            yield Static("WHY", id="name", markup=False)
            yield Static(id="context", classes="context", markup=False)
        yield Static(id="known")
        yield Ask()
        with VerticalScroll(id="causes", can_focus=False):
            for _ in range(self._book.most):
                yield Static(classes="cause")
                yield Static(classes="body")
            yield Static(id="beside", classes="dim")
        with Vertical(id="change"):
            yield Static(id="to-try")
            yield Static(id="how", classes="dim")
        yield KeyLine()

    def on_mount(self) -> None:
        """The last cramp; the footer says when there is more to read on."""
        self._show()
        self.watch(self.query_one("#causes"), "show_vertical_scrollbar", self._show_keys)

    def on_screen_suspend(self) -> None:
        """Something else is done meanwhile."""
        self._away = True

    def on_screen_resume(self) -> None:
        """There may be another cramp by now, and other words for this person."""
        if self._away:
            self._away = False
            self._book.read()
            self._reload()

    def resized(self, size: Size) -> None:
        """There may be more to read on, or nothing."""
        del size
        self.call_after_refresh(self._show_keys)

    @property
    def _asked(self) -> Asked | None:
        """The question that is open."""
        value = self._value
        return value.open[0] if value and value.open and not self._left else None

    # Showing

    def _reload(self) -> None:
        if self.is_mounted:
            self._value = self._book.value(self._at)
            self._show()

    def _show(self) -> None:
        value = self._value
        self.set_class(value is None, "-none")
        self.set_class(self._asked is not None, "-asking")
        if value is None:
            self.query_one("#known", Static).update(Content(NO_EPISODE))
        else:
            self._show_value(value)
        self.call_after_refresh(self._show_keys)

    def _show_value(self, value: WhyValue) -> None:
        context = episode_words(value.episode)
        if len(self._book) > 1:
            context = f"cramp {len(self._book) - self._at} of {len(self._book)}   {context}"
        self.query_one("#context", Static).update(Content(context))
        known = " · ".join(known_words(value.known)) or NOTHING_KNOWN
        self.query_one("#known", Static).update(Content.assemble(("Known: ", "dim"), known))
        self.query_one(Ask).question = self._question(value)
        for widget, text in zip(self.query(".cause"), map(_title, value.why.findings), strict=True):
            assert isinstance(widget, Static)
            widget.update(text)
        why = value.why
        bodies = (_body(each, why.of, more=each.cause == why.change) for each in why.findings)
        for widget, text in zip(self.query(".body"), bodies, strict=True):
            assert isinstance(widget, Static)
            widget.update(text)
        beside = "\n".join((*value.lines, NO_CERTAINTY))
        self.query_one("#beside", Static).update(Content(beside))
        self._show_change(value)

    def _question(self, value: WhyValue) -> Question | None:
        asked = self._asked
        if asked is None:
            return None
        total = len(self._book.questions)
        place = f"{total - len(value.open) + 1} of {total}"
        return Question(
            asked.name,
            Asking.LIST,
            f"{asked.title}   {place}",
            asked.lines,
            none="not sure",
            hint="esc leaves the questions",
        )

    def _show_change(self, value: WhyValue) -> None:
        cause = value.why.change
        lead = TOO_LITTLE if value.why.too_little else f"{ONE_CHANGE}:"
        self.query_one("#to-try", Static).update(
            Content.assemble(f"{lead} ", (cause.change, "bold"))
        )
        how = BEING_TRIED if self._tried else "ENTER notes it: you are asked later if it helped."
        self.query_one("#how", Static).update(Content(how))
        self.query_one("#change").set_class(self._tried, "-tried")

    @property
    def _tried(self) -> bool:
        """True if the one change is being tried already."""
        return self._value is not None and self._value.tried

    def _show_keys(self) -> None:
        if self.is_mounted:
            self.query_one(KeyLine).keys = tuple(self._keys())

    def _keys(self) -> Iterator[Key]:
        asked = self._asked
        if asked is not None:
            last = len(asked.lines)
            yield Key(f"1-{last}", "this one", "answer(1)")
            yield Key("0", "not sure", "answer(0)")
        elif self._value is not None and not self._tried:
            yield Key("ENTER", "try this", "try_it")
        if asked is None and self.guide_entry:
            yield Key("g", "more of it", "app.guide")
        yield Key("esc", "leave the questions" if asked else "back", "leave")
        if asked is None and self.query_one("#causes").max_scroll_y > 0:
            yield Key("↓", "read on", "scroll(1)")
        if self._book.can_undo:
            yield Key("u", "undo", "undo")
        if self._at + 1 < len(self._book):
            yield Key("←", "cramp before", "turn(1)")
        if self._at:
            yield Key("→", "cramp after", "turn(-1)")
        yield Key("i", "health questions", "health")
        yield Key("?", "help", "app.help")

    # Keys and clicks

    def action_answer(self, number: int) -> None:
        """A line of the question that is open, or not sure."""
        asked = self._asked
        if asked is not None and self._value is not None and number <= len(asked.lines):
            self._book.answer(self._value, number)
            self._reload()

    def on_ask_answered(self, message: Ask.Answered) -> None:
        """A click on a line."""
        self.action_answer(message.number)

    def action_try_it(self) -> None:
        """The one change is to be tried; not while something is asked."""
        if self._value is not None and self._asked is None and not self._tried:
            self._book.try_change(self._value)
            self._reload()

    def on_click(self, event: events.Click) -> None:
        """A click on the change tries it."""
        if event.widget is not None and event.widget.id in ("change", "to-try", "how"):
            self.action_try_it()

    def action_turn(self, by: int) -> None:
        """Another cramp."""
        if 0 <= self._at + by < len(self._book):
            self._at += by
            self._left = False
            self.query_one("#causes").scroll_home(animate=False)
            self._reload()

    def action_scroll(self, by: int) -> None:
        """Where there is more than the window holds."""
        self.query_one("#causes").scroll_relative(y=by, animate=False)

    def action_undo(self) -> None:
        """Take back what was answered or noted last."""
        if self._book.can_undo:
            self._book.undo()
            self._left = False
            self._reload()

    async def action_health(self) -> None:
        """The health questions."""
        await self.run_action("app.health")

    def action_leave(self) -> None:
        """First the questions are left, then the screen."""
        if self._asked is None:
            self.dismiss(None)
        else:
            self._left = True
            self._show()


def _title(finding: Finding) -> Content:
    style = "bold" if finding.speaks else ""
    label = Content.styled(label_words(finding.cause), "dim")
    return Content.assemble((finding.cause.title, style), "   ", label)


def _body(finding: Finding, of: int, *, more: bool) -> Content:
    """What speaks for it, what to change; with ``more``, that a key tells more of it."""
    cause = finding.cause
    speaks = Content(" ".join(finding.speaks))
    if not finding.speaks:
        speaks = Content.styled(NOTHING_SPEAKS, "dim")
    change = Content.assemble(("To change: ", "dim"), cause.change)
    beside = f"{earlier_words(finding, of)} {MORE if more else ''}".strip()
    lines = [speaks, change, Content.styled(beside, "dim")]
    return Content("\n").join([line for line in lines if line.plain])
