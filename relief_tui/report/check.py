"""What works on this machine: gathered, and put into words for the shell or into JSON."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from relief_tui import __version__, awake
from relief_tui.blocks.terminal import ALL, MANY, NO_COLOUR, SIXTEEN, colours, plain_characters
from relief_tui.coach.value import dataclass
from relief_tui.services import Services
from relief_tui.settings import Motion, Volume

if TYPE_CHECKING:
    from relief_tui.cues import Chosen

COLOUR_WORDS = {NO_COLOUR: "no colours", SIXTEEN: "16 colours", MANY: "256 colours"}
COLOUR_WORDS[ALL] = "all colours"
ANSI = "relief-ansi"
"""The theme of sixteen colours, whatever is set."""
NOT_YET = "not there yet"
IN_ORDER = "in order"
EXTRA = "pip install 'relief-tui[awake]'"


@dataclass(frozen=True, slots=True)
class Terminal:
    """``colours`` is their number, 0 where ``NO_COLOR`` is set; ``theme`` the one that is shown."""

    term: str
    columns: int
    rows: int
    colours: int
    unicode: bool
    theme: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A program that is not used, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Sound:
    """``way`` is what plays the tones, ``bell`` where nothing else does; ``bell_only`` says why
    no player is tried."""

    volume: str
    player: str
    way: str
    passed: tuple[Passed, ...]
    bell_only: str


@dataclass(frozen=True, slots=True)
class Voice:
    """``speech`` is the program that is preferred; ``way`` what speaks, or would; empty: nothing
    can."""

    on: bool
    speech: str
    way: str
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A file or a folder of ours: how many things are in it, and what is wrong with it."""

    path: str
    exists: bool
    count: int
    troubles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """All of it. ``awake``: whether the screen can be kept awake; ``folder``: where the journal and
    its backups are."""

    version: str
    python: str
    platform: str
    terminal: Terminal
    sound: Sound
    voice: Voice
    flash: bool
    motion: str
    awake: bool
    folder: str
    journal: Kept
    settings: Kept
    routines: Kept


def check_value(services: Services, no_theme: str = "") -> Check:
    """Look at everything, and find out unheard which player works. ``no_theme``: what is wrong with
    the theme that was chosen. Nothing is written, but for a journal that is damaged: it is moved
    aside, as at every start."""
    settings, paths = services.settings, services.paths
    heard = services.cues.probed()
    bell = settings.volume is not Volume.OFF
    return Check(
        __version__,
        platform.python_version(),
        sys.platform,
        _terminal(settings.theme),
        Sound(
            settings.volume.value,
            settings.player,
            heard.tones.name or ("bell" if bell else ""),
            _passed(heard.tones),
            heard.bell,
        ),
        Voice(settings.voice, settings.speech, heard.voice.name, _passed(heard.voice)),
        settings.flash,
        settings.motion.value,
        awake.installed(),
        str(paths.folder),
        _journal(services),
        Kept(
            str(paths.settings),
            services.loaded.exists,
            len(services.loaded.given),
            (*services.loaded.problems, *filter(None, [no_theme])),
        ),
        _routines(services),
    )


def lines(check: Check) -> Iterator[str]:
    """The same in words, a line or more for each part."""
    yield f"Relief {check.version}, Python {check.python}, {check.platform}"
    yield ""
    for name, told in _parts(check):
        first, *more = told
        yield f"{name:<9}  {first}"
        yield from (f"{'':<9}  {line}" for line in more)


def _parts(check: Check) -> Iterator[tuple[str, list[str]]]:
    terminal = check.terminal
    size = f"{terminal.columns} x {terminal.rows}"
    letters = "Unicode" if terminal.unicode else "plain characters"
    shown = (terminal.term, size, COLOUR_WORDS[terminal.colours], letters, terminal.theme)
    yield "Terminal", [", ".join(filter(None, shown))]
    yield "Sound", [_sound_words(check.sound), *_passed_words(check.sound.passed)]
    yield "Voice", [_voice_words(check.voice), *_passed_words(check.voice.passed)]
    flashes = check.flash and check.motion == Motion.FULL
    light = "a flash at go and at let go" if flashes else "no flash"
    yield "Light", [f"{light}, {check.motion} motion"]
    yield "Awake", ["while a timer runs" if check.awake else f"no; for that: {EXTRA}"]
    yield "Journal", _kept_words(check.journal, "event")
    yield "Settings", _kept_words(check.settings, "key")
    yield "Routines", _kept_words(check.routines, "routine of your own", "routines of your own")


def _sound_words(sound: Sound) -> str:
    if sound.volume == Volume.OFF:
        return "off in the settings"
    way = "by the terminal's bell" if sound.way == "bell" else f"by {sound.way}"
    why = f" ({sound.bell_only})" if sound.bell_only else ""
    return f"{sound.volume}, {way}{why}"


def _voice_words(voice: Voice) -> str:
    if not voice.way:
        return "on, but nothing here can speak" if voice.on else "off; nothing here could speak"
    return f"on, by {voice.way}" if voice.on else f"off; {voice.way} could speak"


def _passed_words(passed: tuple[Passed, ...]) -> list[str]:
    return [f"not {each.name}: {each.why}" for each in passed]


def _kept_words(kept: Kept, one: str, more: str = "") -> list[str]:
    if not kept.exists:
        return [f"{kept.path} ({NOT_YET})"]
    count = f"{kept.count} {one if kept.count == 1 else more or f'{one}s'}"
    return [f"{kept.path} ({count})", *(kept.troubles or (IN_ORDER,))]


def _terminal(theme: str) -> Terminal:
    size = shutil.get_terminal_size()
    many = colours()
    return Terminal(
        os.environ.get("TERM", ""),
        size.columns,
        size.lines,
        many,
        not plain_characters(),
        ANSI if many == SIXTEEN else theme,
    )


def _passed(chosen: Chosen) -> tuple[Passed, ...]:
    return tuple(Passed(name, why) for name, why in chosen.others)


def _journal(services: Services) -> Kept:
    path = str(services.paths.journal)
    if not services.paths.journal_is_there:
        return Kept(path, False, 0, ())
    log = services.log
    return Kept(path, True, len(log.entries()), log.troubles)


def _routines(services: Services) -> Kept:
    folder = services.paths.routines
    own: list[str] = []
    with suppress(OSError):  # a folder that cannot be read holds none that could be used
        own = [each.name for each in folder.iterdir() if each.suffix == ".toml"]
    return Kept(str(folder), folder.is_dir(), len(own), ())
