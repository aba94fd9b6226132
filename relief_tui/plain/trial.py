"""Plays, rings, flashes and speaks, and asks what of it reached the person."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from relief_tui.cues.here import BELL
from relief_tui.services import Services
from relief_tui.settings import Motion, Volume

TONES_OFF = "Tones are off in the settings."
BELL_FROM_NOW = "From now on the bell rings in place of tones."
NOTHING_HEARD = "Then the big words and the flash carry it all. Turn the sound up and check again."
NO_FLASH = "Nothing flashes: it is set so."
NOT_SEEN = "Then the words and their colours carry it all: nothing depends on the flash."
NO_VOICE = "Nothing here can speak."
VOICE_OFF = "The voice is off from now on."


class _Ended(Exception):  # noqa: N818 - nothing went wrong
    """Nobody answers any more."""


class Trial:
    """``ask`` answers a question with yes or no, or with None when nobody is there any more;
    ``flash`` flashes the screen, ``ring`` rings its bell. What is learned is kept in the
    settings."""

    def __init__(
        self,
        services: Services,
        *,
        ask: Callable[[str], bool | None],
        say: Callable[[str], None],
        ring: Callable[[], None],
        flash: Callable[[], None],
    ) -> None:
        self._services = services
        self._ask = ask
        self._say = say
        self._flash = flash
        services.cues.face(ring, say)

    def run(self) -> None:
        """From the tones to the voice; it ends early when the answers do."""
        with suppress(_Ended):
            self._tones()
            self._light()
            self._voice()

    def _tones(self) -> None:
        if self._services.settings.volume is Volume.OFF:
            self._say(TONES_OFF)
            return
        cues, missed = self._services.cues, False
        while (way := cues.try_tone()) != BELL:
            if self._yes(f"A tone, by {way}. Did you hear it?"):
                if missed:
                    self._keep("player", way)
                return
            missed = True
            cues.unheard()
        if not self._yes("The terminal's bell. Did you hear it?"):
            self._say(NOTHING_HEARD)
        elif missed:
            self._say(BELL_FROM_NOW)
            self._keep("player", BELL)

    def _light(self) -> None:
        settings = self._services.settings
        if not settings.flash or settings.motion is Motion.REDUCED:
            self._say(NO_FLASH)  # who wants none must not be tried with one
            return
        self._flash()
        if self._yes("The screen flashed. Did you see it?"):
            return
        self._say(NOT_SEEN)
        if self._yes("Leave it out from now on?"):
            self._keep("flash", "false")

    def _voice(self) -> None:
        cues, on, missed = self._services.cues, self._services.settings.voice, False
        if not cues.report().voice.name:
            self._say(NO_VOICE)
            return
        while way := cues.try_voice():
            if self._yes(f"The voice, by {way}. Did you hear it?"):
                if missed:
                    self._keep("speech", way)
                if not on and self._yes("It is off. Shall it speak from now on?"):
                    self._keep("voice", "true")
                return
            missed = True
            cues.unheard(voice=True)
        if on:
            self._say(VOICE_OFF)
            self._keep("voice", "false")

    def _yes(self, question: str) -> bool:
        answer = self._ask(question)
        if answer is None:
            raise _Ended
        return answer

    def _keep(self, key: str, value: str) -> None:
        trouble = self._services.choose(key, value)
        self._say(trouble or f"Kept in the settings: {key} = {value}")
