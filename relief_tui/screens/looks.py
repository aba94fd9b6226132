"""How the app looks in this terminal: its themes, and what is done where colours or characters
are few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

from textual.app import App
from textual.filter import LineFilter
from textual.geometry import Size
from textual.notifications import SeverityLevel

from relief_tui.blocks.terminal import plain_characters
from relief_tui.settings.ownkeys import keymap
from relief_tui.widgets.ascii import Ascii
from relief_tui.widgets.palette import borrowed, fitting, themes

_ASCII = Ascii()
_EDGES = 3
"""Cells of a toast beside its words."""

ROOMS = ("tiny", "xs", "s", "m", "l", "xl")
SMALL = ("tiny", "xs")
"""Windows with room for one toast."""
_LEAST = {"xl": (160, 50), "l": (100, 34), "m": (76, 22), "s": (50, 18), "xs": (30, 10)}


def room(size: Size) -> str:
    """The class of a window: ``tiny`` to ``xl``."""
    for name, (cols, rows) in _LEAST.items():
        if size.width >= cols and size.height >= rows:
            return name
    return "tiny"


class LooksApp(App[None]):
    """An app in the project's own themes, and in all of Textual's."""

    own_keys: Mapping[str, str] = {}
    """The keys that the person gave the bindings with these ids, several with commas between."""

    _told_theme = False

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say it in a toast, unless it stands there already; in a small window in place of what
        stands there, and in two lines."""
        size = self.size
        if room(size) in SMALL:
            lines = wrap(message, max(1, size.width - _EDGES), max_lines=2, placeholder=" …")
            message = "\n".join(lines)
        if any(each.message == message for each in self._notifications):
            return
        if room(size) in SMALL:
            self.clear_notifications()
            self.screen.query("ToastHolder").remove()  # Textual leaves their room behind
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def take_keys(self, own: Mapping[str, str]) -> None:
        """Give the bindings with these ids these keys, from now on."""
        self.own_keys = keymap(own)
        self.set_keymap(self.own_keys)

    def wear(self, wanted: str) -> None:
        """Take on the theme ``wanted``, or the one that stands in for it here."""
        for theme in themes():
            self.register_theme(theme)
        self.theme = fitting(wanted, self.available_themes, self.console.color_system)

    def trouble_with_theme(self, wanted: str) -> str:
        """That there is no theme ``wanted``, in plain words; once."""
        if wanted in self.available_themes or self._told_theme:
            return ""
        self._told_theme = True
        return self.why_not(wanted)

    def why_not(self, wanted: str) -> str:
        """Why the app does not look as ``wanted``, in plain words; empty if it does."""
        if wanted not in self.available_themes:
            return f"No theme {wanted!r}; using {self.theme}."
        if wanted != self.theme:
            return f"This terminal has 16 colours: {self.theme} stays."
        return ""

    def _set_pointer_shape(self, shape: str) -> None:
        """The pointer stays as it is. Of the sequence for its shape (OSC 22) programs that read
        along, which know but the first digit, would make a title of the window."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What a theme that is not ours lacks."""
        return borrowed(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Characters that the terminal lacks are replaced as the last thing."""
        filters = super().get_line_filters()
        return [*filters, _ASCII] if plain_characters() else filters

    def refresh_css(self, animate: bool = True) -> None:
        """Before the first screen there is nothing to parse anew: only the colours are told."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
