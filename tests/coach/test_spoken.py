"""What the voice says: the step, the leg, the seconds, and little else."""

from dataclasses import replace

import pytest

from relief_tui.coach.checklist import Checklist
from relief_tui.coach.cueing import entry_cue
from relief_tui.coach.event import Cue
from relief_tui.coach.relief import Relief
from relief_tui.coach.spoken import phrase, seconds_words
from relief_tui.coach.step import Metronome, Phase, Side, Step, Tempo
from relief_tui.coach.view import View
from relief_tui.coach.workout.card import WorkoutView
from tests.coach.driving import Run, relief
from tests.cues.stage import seen


def spoken_by(plan: Relief, seconds: float) -> list[str]:
    """All that is said in the first seconds of a relief with nobody there."""
    run, said = Run(plan), []
    heard = 0
    while run.t < seconds:
        run.now = run.session.next_wakeup() or run.now
        run.sleep(0.0)
        for one in run.story[heard:]:
            if isinstance(one.event, Cue):
                said.append(phrase(one.event.cue, run.view))
        heard = len(run.story)
    return said


def test_a_round_as_it_is_heard() -> None:
    said = spoken_by(relief(side=Side.LEFT), 45.0)
    count = ["Three.", "Two.", "One."]
    assert said[said.index("Ease in. Left.") :][:11] == [
        *("Ease in. Left.", *count),
        *("Hold. Left. 15 seconds.", "Half time.", *count),
        *("Let go.", "Is it gone?"),
    ]


def test_a_leg_that_is_not_known_is_not_named() -> None:
    assert "Hold. 15 seconds." in spoken_by(relief(), 30.0)


@pytest.mark.parametrize("phase", [each for each in Phase if entry_cue(Step(each, 1.0))])
def test_every_phase_that_opens_with_a_cue_opens_with_words(phase: Phase) -> None:
    words = phrase("step", seen(phase))
    assert words
    assert len(words) <= 40, "longer is cut off"


@pytest.mark.parametrize(("led", "words"), [(None, "Next set."), (8, "Set done?")])
def test_after_a_rest_comes_a_set_and_after_the_metronome_its_log(
    led: int | None, words: str
) -> None:
    card = WorkoutView("Leg curl", "Leg curl, lying", 2, 4, 10, None, led=led)
    view = replace(seen(Phase.SET, counts_down=False), workout=card)
    assert phrase("attention", view) == words


def test_a_drink_that_is_due_is_not_taken_for_a_step() -> None:
    assert phrase("thirsty", seen(Phase.SET_REST, 90.0)) == "Thirsty? Sip."


def test_the_end_is_said() -> None:
    assert phrase("done", replace(seen(Phase.HOLD), phase=Phase.OVER)) == "Done."


def named(phase: Phase) -> View:
    return replace(seen(phase, 45.0, side=Side.RIGHT), position="Foam roll calf")


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (Phase.READY, "Get ready. Foam roll calf."),
        (Phase.CHANGE, "Next. Foam roll calf."),
        (Phase.SWITCH, "Switch sides. Right."),
        (Phase.WORK, "Foam roll calf. Right. 45 seconds."),
        (Phase.HOLD, "Hold. Right. 45 seconds."),
    ],
)
def test_a_line_of_a_routine_is_named(phase: Phase, words: str) -> None:
    assert phrase("go", named(phase)) == words


def test_the_parts_of_a_repetition_are_said_in_a_light_set_only() -> None:
    metronome = Metronome(Tempo(3, 0, 3), 8, ("CURL", "PAUSE", "LET OUT"))
    view = seen(Phase.WORK, metronome.seconds, metronome=metronome)
    assert phrase("CURL", view) == "Curl."
    assert view.lifting
    routine = Checklist("express", (), 0, "", "", "", 0.0)
    assert phrase("CURL", replace(view, checklist=routine)) == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second."), (15, "15 seconds."), (60, "1 minute."), (90, "1 minute 30."),
     (120, "2 minutes.")],
)  # fmt: skip
def test_seconds_as_they_are_said(seconds: int, words: str) -> None:
    assert seconds_words(seconds) == words
