"""All that is heard, built once: tones, or the bell where there are none, and the voice."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from relief_tui.coach.spoken import phrase
from relief_tui.coach.value import dataclass
from relief_tui.coach.view import View
from relief_tui.cues.bell import RINGS
from relief_tui.cues.children import Children
from relief_tui.cues.here import BELL, FAR, SET, only_bell
from relief_tui.cues.tones import TONES, Tones, tone_of
from relief_tui.cues.voice import Voice
from relief_tui.cues.ways import PLAYERS, VOICES, Choice, Chosen, Find, Table, ways

OFF = "off"
AUTO = "auto"
NORMAL = "normal"

UNHEARD = "not heard"

NO_TONES = "No sound player works here: the bell rings in place of tones. relief check says why."
NO_VOICE = "No speech program works here: the voice is silent. relief check says why."
BELL_OVER_SSH = "Over ssh only the bell can be heard."


@dataclass(frozen=True, slots=True)
class Report:
    """What is heard here. ``bell`` says why the bell rings in place of tones, and is empty where
    tones may be."""

    tones: Chosen
    voice: Chosen
    bell: str


def _silent() -> None:
    """No face has a bell yet."""


def _unheard(note: str) -> None:
    """No face reads notes yet."""
    del note


class Cues:
    """Plays cues by what works here; a face lends its bell, and reads the notes.

    ``volume`` and ``voice`` are asked at every cue: what is set holds at once. A voice that was
    wished for speaks also while the tones are off; ``muted`` silences both. ``player`` and
    ``speech`` are the programs that are preferred; as player, also the bell.
    """

    def __init__(
        self,
        folder: Path,
        *,
        volume: Callable[[], str] = lambda: NORMAL,
        voice: Callable[[], bool] = lambda: False,
        player: str = AUTO,
        speech: str = AUTO,
        environ: Mapping[str, str] = os.environ,
        attended: bool | None = None,
        platform: str = sys.platform,
        find: Find = shutil.which,
        children: Children | None = None,
    ) -> None:
        self._bell_only = only_bell(environ, attended=attended)
        self._untoned = self._bell_only or (SET if player == BELL else "")
        self._children = children or Children()

        def choice(table: Table, preferred: str, why_none: str) -> Choice:
            able = () if why_none else ways(table, platform)
            return Choice(sorted(able, key=lambda way: way.name != preferred), find)

        tones = choice(PLAYERS, player, self._untoned)
        self._tones = Tones(tones, self._children, folder)
        self._voice = Voice(choice(VOICES, speech, self._bell_only), self._children)
        self._volume = volume
        self._speaks = voice
        self._ring: Callable[[], None] = _silent
        self._tell: Callable[[str], None] = _unheard
        self._told: set[str] = set()
        self._muted = False

    def face(self, ring: Callable[[], None], tell: Callable[[str], None]) -> None:
        """From now on ``ring`` rings the terminal's bell, and ``tell`` takes each note, once, and
        only at a cue while no cramp is being relieved: then nothing may stand before the words."""
        self._ring, self._tell = ring, tell

    def play(self, cue: str, view: View) -> None:
        """Play ``cue``; never blocks, never raises."""
        if self._muted:
            return
        if self._volume() != OFF:
            self._tones.play(tone_of(cue, view), self._volume(), lambda: self._knell(cue))
        if self._speaks():
            self._voice.say(phrase(cue, view), self._volume())
        if view.cooling:
            self._tell_notes()

    def sample(self) -> None:
        """What is set now, as it sounds: the cue that starts a hold."""
        if not self._muted and self._volume() != OFF:
            self._tones.play(TONES["go"], self._volume(), self._ring)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is not heard as it was wished, in a line each; nothing where the bell alone was
        wished for, or nobody is there."""
        if self._bell_only:
            wished = self._volume() != OFF or self._speaks()
            return (BELL_OVER_SSH,) if self._bell_only == FAR and wished else ()
        tones = self._volume() != OFF and not self._untoned and self._tones.choice.way is None
        voice = self._speaks() and self._voice.choice.way is None
        return (NO_TONES,) * tones + (NO_VOICE,) * voice

    @property
    def muted(self) -> bool:
        """True while nothing may be heard."""
        return self._muted

    def mute(self, muted: bool) -> None:
        """Silence at once, or sound again."""
        self._muted = muted
        if muted:
            self._tones.hush()
            self._voice.hush()
            self._children.hush()

    def probe(self) -> None:
        """Find out in the background, and unheard, which player works."""
        if self._volume() != OFF:
            self._children.later(self._tones.probe)

    def close(self) -> None:
        """The program ends: the voice at once, a tone when it has sounded."""
        self._voice.hush()
        self._children.close()

    # For whoever asks what works here

    def report(self) -> Report:
        """What is used, and why not what comes before it."""
        return Report(self._tones.choice.chosen, self._voice.choice.chosen, self._untoned)

    def probed(self) -> Report:
        """The same, once every player before the first that works was tried, unheard."""
        if self._volume() != OFF:
            self._tones.probe()
        return self.report()

    def unheard(self, *, voice: bool = False) -> None:
        """What was just tried worked, and did not reach the person: the next one takes over."""
        choice = self._voice.choice if voice else self._tones.choice
        if choice.way is not None:
            choice.drop(choice.way, UNHEARD)

    def try_tone(self, cue: str = "go", volume: str = "") -> str:
        """Play the tone of ``cue`` to its end, muted or not; the name of the player, ``bell`` if
        that rang instead. Waits up to three seconds for each player that does not work."""
        volume = volume or self._volume()
        player = self._tones.sound(TONES[cue], NORMAL if volume == OFF else volume)
        if not player:
            self._ring()
        return player or "bell"

    def try_voice(self, words: str = "Hold. Left. 15 seconds.") -> str:
        """Say ``words`` to their end; the name of the program, empty if none could. Waits up to
        ten seconds for each that does not work."""
        return self._voice.speak(words, self._volume())

    def _tell_notes(self) -> None:
        for note in self.notes:
            if note not in self._told:
                self._told.add(note)
                self._tell(note)

    def _knell(self, cue: str) -> None:
        if cue in RINGS and not self._muted:
            self._ring()
