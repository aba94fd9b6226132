"""Child processes: few, short-lived, silent on the terminal; real ones and acted ones."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from relief_tui.cues import Cues
from relief_tui.cues.children import (
    HUNG_S,
    MOST,
    Children,
    Process,
    WindowsSound,
    start_process,
)
from tests.cues.stage import LOCAL, Machine, hold

_FIRST_WAIT_S = 10.0


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_never_more_than_four_sound_and_the_oldest_gives_way() -> None:
    machine = Machine(["paplay"], {"paplay": None})
    for started in range(1, MOST + 3):
        machine.cues.play("3", hold())
        machine.now += 0.1
        gone = max(0, started - MOST)
        assert [each.killed for each in machine.started] == [True] * gone + [False] * (
            started - gone
        )
    machine.waiting.pop(0)()
    assert machine.cues.report().tones.name == "paplay", "it was only crowded out"


def test_a_crowd_of_old_ones_hangs() -> None:
    machine = Machine(["paplay", "aplay"], {"paplay": None})
    for _ in range(MOST + 1):
        machine.cues.play("3", hold())
        machine.now += HUNG_S
    machine.settle()
    assert machine.cues.report().tones.others[-1] == ("paplay", "did not end")


def test_who_speaks_for_long_and_has_to_give_way_does_not_hang() -> None:
    machine = Machine(["paplay", "espeak-ng"], {"paplay": None, "espeak-ng": None}, voice=True)
    machine.cues.play("go", hold())
    machine.now += HUNG_S + 0.1
    machine.voice = False
    for _ in range(MOST):
        machine.cues.play("3", hold())
    assert [each.killed for each in machine.started] == [True] * 2 + [False] * MOST
    machine.settle()
    assert machine.cues.report().voice.name == "espeak-ng"


def test_no_tone_gives_way_to_the_voice_that_cuts_its_own_words_short() -> None:
    """Real processes: one that was killed is only gone when somebody looks again."""
    tones: list[Process] = []

    def start(argv: Sequence[str]) -> Process:
        speaks = argv[0] == "espeak-ng"
        process = start_process(python(f"import time; time.sleep({60 if speaks else 0.1})"))
        if not speaks:
            tones.append(process)
        return process

    cues = Cues(
        Path("sounds"),
        voice=lambda: True,
        environ=LOCAL,
        attended=True,
        platform="linux",
        find=lambda name: name if name in ("paplay", "espeak-ng") else None,
        children=Children(start),
    )
    codes = []
    for _ in range(5):
        cues.play("go", hold())
        codes.append(tones[-1].wait(_FIRST_WAIT_S))
    cues.mute(True)
    cues.close()
    assert codes == [0] * 5


def test_how_a_process_ended_is_heard() -> None:
    heard: list[str] = []
    children = Children()
    for code in ("", "raise SystemExit(3)"):
        children.begin(python(code), heard.append, mind=True)
    children.begin(["no such program"], heard.append)
    assert heard == ["", "failed with 3", "No such file or directory"]


def test_a_process_that_hangs_is_ended_and_reaped() -> None:
    heard: list[str] = []
    child = Children().begin(
        python("import time; time.sleep(60)"), heard.append, longest_s=0.1, mind=True
    )
    assert heard == ["did not end"]
    assert child is not None
    assert child.process.wait(0) < 0


def test_starting_one_does_not_wait_for_it() -> None:
    ended = threading.Event()
    children = Children()
    children.begin(python("import time; time.sleep(60)"), lambda _: ended.set())
    children.hush()
    children.close()
    assert not ended.is_set(), "who is told to stop does not fail"


def test_its_streams_lead_nowhere(tmp_path: Path) -> None:
    told = tmp_path / "told"
    code = f"""
import os, sys
ends = [os.path.realpath(f"/proc/self/fd/{{number}}") for number in range(3)]
open({str(told)!r}, "w").write(" ".join(ends + [str(os.getsid(0) == os.getpid())]))
"""
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("only Linux tells")
    assert start_process(python(code)).wait(_FIRST_WAIT_S) == 0
    assert told.read_text() == " ".join(["/dev/null"] * 3 + ["True"])


def test_at_the_end_a_tone_may_sound_out_but_not_for_long() -> None:
    children = Children()
    short = children.begin(python(""), lambda _: None)
    hangs = children.begin(python("import time; time.sleep(60)"), lambda _: None)
    began = time.monotonic()
    children.close()
    assert time.monotonic() - began < _FIRST_WAIT_S
    assert short is not None
    assert hangs is not None
    assert (short.stopped, hangs.stopped) == (False, True)
    assert hangs.process.wait(_FIRST_WAIT_S) < 0


# Windows


class Winsound(SimpleNamespace):
    """As much of ``winsound`` as is used; without a device ``PlaySound`` raises."""

    SND_FILENAME, SND_ASYNC, SND_NODEFAULT = 0x20000, 1, 2

    def __init__(self, *, device: bool = True) -> None:
        super().__init__()
        self.device = device
        self.played: list[tuple[str | None, int]] = []

    def PlaySound(self, path: str | None, flags: int) -> None:  # noqa: N802  as it is called
        if not self.device:
            raise RuntimeError("Failed to play sound")
        self.played.append((path, flags))


def test_windows_plays_beside_us_and_is_silenced_by_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    winsound: Any = Winsound()
    monkeypatch.setitem(sys.modules, "winsound", winsound)
    sound = start_process(["winsound", "go.wav"])
    sound.kill()
    assert sound.wait() == 0
    assert winsound.played == [("go.wav", 0x20003), (None, 0)]


def test_windows_without_a_device_is_a_way_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "winsound", Winsound(device=False))
    with pytest.raises(OSError, match="Failed to play"):
        WindowsSound("go.wav")
