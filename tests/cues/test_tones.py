"""Tones: the first player that works, the next where one fails, the bell at last."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from relief_tui.coach.cueing import entry_cue
from relief_tui.coach.step import Metronome, Phase, Step, Tempo
from relief_tui.cues.heard import BELL_OVER_SSH, NO_TONES
from relief_tui.cues.tones import FRESH_S, PART, TONES, tone_of
from tests.cues.stage import Machine, hold, seen

LINUX = ("pw-play", "paplay", "aplay", "ffplay")
GO = str(Path("sounds", "normal", "go.wav"))


@pytest.mark.parametrize("first", range(len(LINUX)))
def test_the_first_that_is_there_plays(first: int) -> None:
    machine = Machine(LINUX[first:])
    machine.play("go")
    (started,) = machine.started
    assert (started.program, started.argv[-1]) == (LINUX[first], GO)
    passed = tuple((name, "not found") for name in LINUX[:first])
    assert machine.cues.report().tones.others == passed


@pytest.mark.parametrize(
    ("platform", "programs", "argv"),
    [
        ("darwin", ["afplay", "ffplay"], ("afplay", GO)),
        ("win32", [], ("winsound", GO)),
        ("linux", ["aplay"], ("aplay", "-q", GO)),
        ("freebsd14", ["ffplay"], ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet", GO)),
    ],
)
def test_each_platform_has_its_players(
    platform: str, programs: list[str], argv: tuple[str, ...]
) -> None:
    machine = Machine(programs, platform=platform)
    machine.play("go")
    assert [each.argv for each in machine.started] == [argv]


@pytest.mark.parametrize(
    "fails", [{"codes": {"pw-play": 1}}, {"broken": ["pw-play"]}], ids=["exits", "cannot start"]
)
def test_one_that_fails_is_dropped_and_the_next_plays_the_same_tone(
    fails: dict[str, dict[str, int | None]],
) -> None:
    machine = Machine(["pw-play", "paplay"], **fails)  # type: ignore[arg-type]
    machine.play("go")
    machine.play("let go")
    assert [name for name in machine.ran if name != "pw-play"] == ["paplay", "paplay"]
    assert machine.ran.count("pw-play") <= 1
    assert (machine.bells, machine.notes) == (0, [])


def test_a_tone_that_comes_too_late_is_not_played_by_the_next() -> None:
    machine = Machine(["pw-play", "paplay"], {"pw-play": 1})
    machine.cues.play("go", hold())
    machine.now += FRESH_S + 0.1
    machine.settle()
    assert machine.ran == ["pw-play"]
    machine.play("let go")
    assert machine.ran == ["pw-play", "paplay"]


def test_a_device_that_vanishes_leaves_the_bell_and_one_note() -> None:
    machine = Machine(["paplay"])
    machine.play("go")
    machine.codes["paplay"] = 1
    for cue in ("let go", "check", "3", "attention"):
        machine.play(cue)
    assert machine.notes == []
    machine.rest()
    machine.rest()
    assert machine.ran == ["paplay", "paplay"]
    assert machine.bells == 3, "let go, the check and attention; never the lead"
    assert machine.notes == [NO_TONES]


def test_a_player_that_hangs_is_ended_and_dropped() -> None:
    machine = Machine(["paplay", "aplay"], {"paplay": None})
    machine.play("go")
    assert machine.started[0].killed
    machine.play("let go")
    assert machine.ran == ["paplay", "aplay", "aplay"]
    assert ("paplay", "did not end") in machine.cues.report().tones.others


def test_without_any_player_the_bell_rings() -> None:
    machine = Machine([])
    machine.play("go")
    machine.play("3")
    machine.rest()
    assert (machine.bells, machine.notes) == (1, [NO_TONES])
    assert machine.cues.report().tones.name == ""


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_the_bell_rings(name: str) -> None:
    machine = Machine(LINUX, environ={name: "1"}, voice=True)
    machine.play("go")
    machine.rest()
    assert (machine.ran, machine.bells, machine.notes) == ([], 1, [BELL_OVER_SSH])


@pytest.mark.parametrize(
    "wish", [{"environ": {"RELIEF_SOUND": "bell"}}, {"attended": False}], ids=["wished", "nobody"]
)
def test_where_only_the_bell_is_wished_or_nobody_is_there_nothing_is_noted(
    wish: dict[str, dict[str, str]],
) -> None:
    machine = Machine(LINUX, voice=True, **wish)  # type: ignore[arg-type]
    machine.play("go")
    machine.rest()
    assert (machine.ran, machine.bells, machine.notes) == ([], 1, [])
    assert machine.cues.report().bell


def test_off_is_silent_also_the_bell() -> None:
    for programs in (LINUX, ()):
        machine = Machine(programs, volume="off")
        machine.play("go")
        machine.rest()
        assert (machine.ran, machine.bells, machine.notes) == ([], 0, [])


@pytest.mark.parametrize("volume", ["quiet", "normal", "loud"])
def test_the_volume_that_is_set_holds_at_once(volume: str) -> None:
    machine = Machine(["paplay"], volume="off")
    machine.volume = volume
    machine.play("go")
    assert machine.started[0].argv[-1] == str(Path("sounds", volume, "go.wav"))


def test_mute_stops_what_sounds_and_what_would() -> None:
    machine = Machine(["paplay", "espeak-ng"], {"paplay": None, "espeak-ng": None}, voice=True)
    machine.cues.play("go", hold())
    assert len(machine.sounding) == 2
    machine.cues.mute(True)
    machine.settle()
    assert machine.sounding == []
    machine.play("let go")
    assert len(machine.started) == 2
    machine.cues.mute(False)
    machine.play("let go")
    assert machine.ran[2:4] == ["paplay", "espeak-ng"], "what was stopped did not fail"


def test_muted_while_a_player_fails_nothing_sounds_in_its_place() -> None:
    machine = Machine(["paplay", "aplay"], {"paplay": 1})
    machine.cues.play("go", hold())
    machine.cues.mute(True)
    machine.settle()
    assert (machine.ran, machine.bells) == (["paplay"], 0)


def test_every_cue_of_the_coach_has_a_tone() -> None:
    cues = [entry_cue(Step(phase, 1.0)) for phase in Phase]
    assert {cue.cue for cue in cues if cue} <= set(TONES)
    assert {"half", "3", "2", "1", "done"} <= set(TONES)


def test_a_part_of_a_repetition_ticks_whatever_its_word() -> None:
    metronome = Metronome(Tempo(2, 0, 2), 5, ("done", "", "LET OUT"))
    view = seen(Phase.WORK, metronome.seconds, metronome=metronome)
    assert tone_of("done", view) == PART
    assert tone_of("go", view) == "go"
    assert tone_of("LET OUT", replace(view, beat=None)) == PART


# Probing


def test_a_probe_is_unheard_and_finds_the_player_that_works() -> None:
    machine = Machine(LINUX, {"pw-play": 1, "paplay": None})
    machine.cues._tones.probe()
    assert machine.ran == ["pw-play", "paplay", "aplay"]
    assert all(each.argv[-1].endswith("silence.wav") for each in machine.started)
    report = machine.cues.report()
    assert (report.tones.name, report.tones.others) == (
        "aplay", (("pw-play", "failed with 1"), ("paplay", "did not end")),
    )  # fmt: skip
    machine.play("go")
    assert machine.ran[3:] == ["aplay"]


def test_trying_a_tone_says_who_played_it() -> None:
    machine = Machine(LINUX, {"pw-play": 1})
    assert machine.cues.try_tone("let go", "loud") == "paplay"
    assert machine.started[-1].argv[-1] == str(Path("sounds", "loud", "let-go.wav"))
    nothing = Machine([])
    assert (nothing.cues.try_tone(), nothing.bells) == ("bell", 1)
