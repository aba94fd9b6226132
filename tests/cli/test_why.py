"""``relief why``: what is known is not asked, what is not known is said to be so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from relief_tui.cli import main
from relief_tui.coach.event import ReliefBegan, ReliefEnded
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.services import Services

Capture = pytest.CaptureFixture[str]
KILOS = Load(45.0, Unit.KG)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))


def cramp(run: str, side: Side = Side.LEFT) -> None:
    services = Services()
    services.log.write(run, ReliefBegan(side, "prone", "[curl]", KILOS))
    ended = ReliefEnded("gone", "mild", 1, 41.0, side, "prone", "[curl]", KILOS)
    services.log.write(run, ended)
    services.close()


def said(capsys: Capture, *words: str) -> str:
    assert main(["why", *words]) == 0
    return capsys.readouterr().out


def document(capsys: Capture, *words: str) -> Any:
    return json.loads(said(capsys, "--json", *words))


def test_without_a_cramp_there_is_nothing_to_say(capsys: Capture) -> None:
    assert "No cramp is written down yet" in said(capsys)
    assert document(capsys) is None


def test_what_is_known_is_told_and_the_rest_is_asked(capsys: Capture) -> None:
    cramp("a")
    text = said(capsys)
    assert "left calf, let go in 0:41" in text
    assert "Known: [curl] · 45 kg" in text
    assert "Too little is known to say" in text
    assert text.count("Not asked yet:") == 4
    assert "Answer them in this order: relief why --answers N,N,…" in text
    assert "nothing of it is certain" in text


def test_what_nothing_speaks_for_is_one_sentence(capsys: Capture) -> None:
    cramp("a")
    sentence = " ".join(said(capsys).partition("Nothing known speaks here for: ")[2].split())
    assert sentence.startswith("more than before, tired nerve and muscle, a machine new to you")


def test_answers_are_kept_and_speak(capsys: Capture) -> None:
    cramp("a")
    told = document(capsys, "--answers", "1,1,2,0")
    assert told["answers"] == {"why-toes": 1, "why-where": 1, "why-sweat": 2, "why-sleep": 0}
    assert told["causes"][0]["speaks"] == [
        "The toes were pointed.",
        "It came near the full bend, where the calf is shortest.",
    ]
    assert (told["change"], told["too_little"], told["open"]) == ("position", False, [])
    assert document(capsys) == told


def test_causes_keep_the_order_of_the_evidence(capsys: Capture) -> None:
    cramp("a")
    causes = [cause["id"] for cause in document(capsys)["causes"]]
    assert causes == ["position", "effort", "fatigue", "machine", "warm-up", "fluid"]


def test_an_earlier_cramp_can_be_asked_for(capsys: Capture) -> None:
    cramp("a", Side.RIGHT)
    cramp("b")
    assert document(capsys)["episode"]["side"] == "left"
    assert document(capsys)["known"]["cramp_no"] == 2
    assert document(capsys, "--episode", "2")["episode"]["side"] == "right"
    assert main(["why", "--episode", "3"]) == 1
    assert "cramps written down: 2" in capsys.readouterr().err


@pytest.mark.parametrize("answers", ["x", "", ",", "-1", "1,2,x", "99", "'; --", "[/]"])
def test_what_is_no_answer_is_refused_with_the_mend(answers: str, capsys: Capture) -> None:
    cramp("a")
    assert main(["why", f"--answers={answers}"]) == 2
    assert "write a number for each question" in capsys.readouterr().err


def test_a_change_is_noted_told_and_judged(capsys: Capture) -> None:
    cramp("a")
    assert document(capsys)["trying"] is None
    assert "Being tried: Toes neutral" in said(capsys, "--try")
    assert document(capsys)["trying"] == "position"
    assert "Being tried" in said(capsys, "--helped", "not-tried")
    assert "Being tried" not in said(capsys, "--helped", "yes")
    assert main(["why", "--helped", "no"]) == 1
    assert "nothing is being tried" in capsys.readouterr().err


def test_without_a_cramp_there_is_nothing_to_try(capsys: Capture) -> None:
    assert "No cramp is written down yet" in said(capsys, "--try")


def test_labels_have_shape_and_words_and_health_its_line(capsys: Capture) -> None:
    cramp("a")
    services = Services()
    services.choose("medicines", "yes")
    services.choose("fluid_restriction", "yes")
    services.close()
    text = " ".join(said(capsys).split())
    assert "A short calf under load ● evidence: good" in text
    assert "card RF18" in text
    assert "thirst" not in text
    assert document(capsys)["known"]["drinks"] is None


def test_a_line_that_is_not_there_answers_nothing(capsys: Capture) -> None:
    cramp("a")
    assert document(capsys, "--answers", "9,1")["answers"] == {"why-where": 1}


def test_without_cramps_none_is_called_the_last(capsys: Capture) -> None:
    assert main(["why", "--episode", "7"]) == 1
    err = capsys.readouterr().err
    assert "No cramp is written down yet" in err
    assert "the last one" not in err
