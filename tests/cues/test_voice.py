"""The voice: said at once, cut short by the next, and the coach goes on without it."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.checklist import Checklist
from relief_tui.coach.step import Metronome, Phase, Tempo
from relief_tui.cues.heard import NO_VOICE
from relief_tui.cues.voice import FRESH_S, speakable
from tests.cues.stage import Machine, hold, seen

WORDS = "Hold. Left. 15 seconds."


def speaking(*programs: str, **known: object) -> Machine:
    return Machine(programs, volume="off", voice=True, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("platform", "programs", "argv"),
    [
        ("linux", ["espeak-ng", "spd-say"], ("espeak-ng", "-a", "100", WORDS)),
        ("linux", ["espeak"], ("espeak", "-a", "100", WORDS)),
        ("linux", ["spd-say"], ("spd-say", "--wait", "--volume", "0", WORDS)),
        ("darwin", ["say", "espeak-ng"], ("say", WORDS)),
    ],
)
def test_each_platform_has_its_speech(
    platform: str, programs: list[str], argv: tuple[str, ...]
) -> None:
    machine = speaking(*programs, platform=platform)
    machine.play("go")
    assert [each.argv for each in machine.started] == [argv]


def test_windows_gets_the_words_in_a_form_that_it_cannot_run() -> None:
    machine = speaking("powershell", platform="win32")
    machine.play("go", replace(seen(Phase.WORK), position="'); Remove-Item $HOME; ('"))
    script = machine.started[0].argv[-1]
    assert "Remove-Item" not in script
    coded = script.rpartition("FromBase64String('")[2].partition("'")[0]
    assert base64.b64decode(coded).decode().startswith("'); Remove-Item")
    assert "$voice.Volume = 75" in script


def test_tones_sound_while_the_voice_counts() -> None:
    machine = Machine(["paplay", "espeak-ng"], voice=True)
    for cue in ("3", "2", "1"):
        machine.play(cue)
    assert machine.ran == ["paplay", "espeak-ng"] * 3
    assert [each.argv[-1] for each in machine.started[1::2]] == ["Three.", "Two.", "One."]


def test_a_new_phrase_stops_the_old_and_that_is_no_failure() -> None:
    machine = speaking("espeak-ng", codes={"espeak-ng": None})
    machine.cues.play("go", hold())
    machine.cues.play("half", hold())
    assert [each.killed for each in machine.started] == [True, False]
    machine.waiting.pop(0)()
    assert machine.cues.report().voice.name == "espeak-ng"


def test_what_was_handed_on_to_a_speech_server_is_cancelled_there() -> None:
    machine = speaking("spd-say", codes={"spd-say": None})
    machine.cues.play("go", hold())
    machine.cues.mute(True)
    assert machine.started[-1].argv == ("spd-say", "--cancel")


def test_one_that_speaks_for_ever_is_ended_and_never_asked_again() -> None:
    machine = speaking("espeak-ng", codes={"espeak-ng": None})
    machine.play("go")
    assert machine.started[0].killed
    machine.play("half")
    machine.rest()
    assert (len(machine.started), machine.notes) == (1, [NO_VOICE])


def test_the_next_speaks_where_one_crashes_unless_it_is_too_late() -> None:
    machine = speaking("espeak-ng", "espeak", codes={"espeak-ng": -11})
    machine.play("go")
    assert machine.ran == ["espeak-ng", "espeak"]
    late = speaking("espeak-ng", "espeak", codes={"espeak-ng": -11})
    late.cues.play("go", hold())
    late.now += FRESH_S + 0.1
    late.settle()
    assert late.ran == ["espeak-ng"]


def test_a_newer_phrase_leaves_no_room_for_one_that_failed() -> None:
    machine = speaking("espeak-ng", "espeak", codes={"espeak-ng": 1})
    machine.cues.play("go", hold())
    machine.cues.play("half", hold())
    machine.settle()
    said = [each.argv[-1] for each in machine.started if each.program == "espeak"]
    assert said == ["Half time."]


def test_a_tick_without_words_cuts_nothing_short() -> None:
    machine = speaking("espeak-ng", codes={"espeak-ng": None})
    metronome = Metronome(Tempo(2, 0, 2), 10, ("UP", "", "DOWN"))
    view = seen(Phase.WORK, metronome.seconds, metronome=metronome)
    view = replace(view, checklist=Checklist("express", (), 0, "", "", "", 0.0))
    machine.cues.play("go", view)
    machine.cues.play("UP", view)
    assert [each.killed for each in machine.started] == [False]


def test_no_speech_at_all_is_said_once_and_plainly() -> None:
    machine = speaking()
    machine.play("go")
    machine.rest()
    machine.rest()
    assert (machine.started, machine.bells, machine.notes) == ([], 0, [NO_VOICE])


def test_a_voice_that_nobody_wished_for_is_silent() -> None:
    machine = Machine(["paplay", "espeak-ng"])
    machine.play("go")
    assert machine.ran == ["paplay"]


def test_the_program_that_is_preferred_speaks_first() -> None:
    machine = speaking("espeak-ng", "espeak", speech="espeak")
    machine.play("go")
    assert machine.ran == ["espeak"]
    assert machine.cues.report().voice.others == ()


def test_the_bell_in_place_of_tones_leaves_the_voice() -> None:
    machine = Machine(["paplay", "espeak-ng"], player="bell", voice=True)
    machine.play("go")
    machine.rest()
    assert (machine.ran, machine.bells, machine.notes) == (["espeak-ng"] * 2, 1, [])
    mute = Machine(["paplay"], player="bell", voice=True)
    mute.play("go")
    mute.rest()
    assert (mute.ran, mute.bells, mute.notes) == ([], 1, [NO_VOICE])


def test_trying_the_voice_says_who_spoke() -> None:
    machine = speaking("espeak-ng", "espeak", codes={"espeak-ng": 1})
    assert machine.cues.try_voice() == "espeak"
    assert speaking().cues.try_voice() == ""


@given(st.text())
def test_no_words_are_an_option_or_more_than_a_line(words: str) -> None:
    said = speakable(words)
    assert not said.startswith("-")
    assert said.isprintable()
    assert len(said) <= 80
