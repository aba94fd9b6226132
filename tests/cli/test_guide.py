"""``relief guide`` from outside."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from relief_tui.cli import main
from relief_tui.coach.guide import TOPICS
from relief_tui.content import folder
from tests.content.claims import CLAIMS
from tests.house.ground import FAST, python
from tests.support.stdout import TerminalOut

Out = pytest.CaptureFixture[str]


def run(capsys: Out, *words: str) -> tuple[int, str, str]:
    code = main(["guide", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_without_words_it_shows_the_first_page(capsys: Out) -> None:
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    assert all(topic in out for topic in TOPICS)
    assert "not yet signed" in out


@pytest.mark.parametrize("topic", [*TOPICS, "warm-up", "drinking", "FOOD", "red flags"])
def test_a_topic_shows_its_entries(capsys: Out, topic: str) -> None:
    code, out, err = run(capsys, *topic.split())
    assert (code, err) == (0, "")
    assert out.splitlines()[0] in TOPICS
    assert "[" in out
    assert "Sources" not in out


@pytest.mark.parametrize("words", [["hot", "or", "cold"], ["hot or cold"], ["hot-or-cold"]])
def test_words_find_an_entry_and_its_sources(capsys: Out, words: list[str]) -> None:
    code, out, err = run(capsys, *words)
    assert (code, err) == (0, "")
    assert out.startswith("Hot or cold?\n◐ evidence: limited")
    assert "Sources    S1" in out
    assert "Miller KC" not in out
    cited = run(capsys, "--sources", *words)[1]
    assert "S1   Miller KC" in cited
    assert "Read: abstract" in cited


def test_several_hits_are_one_in_full_and_lines(capsys: Out) -> None:
    code, out, _ = run(capsys, "magnesum")
    assert code == 0
    assert out.startswith("Magnesium tablets\n↺ corrected")
    assert "More on this" in out
    assert "[magnesium-role]" in out


def test_exercises_are_ranked_for_today_with_reasons(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))
    code, out, err = run(capsys, "Easier on the calf")
    assert (code, err) == (0, "")
    assert "Ranked for today: a normal day" in out
    assert "1  Romanian deadlift" in out
    assert "the calf stays long" in out
    assert "romanian-deadlift" not in out


def test_json_without_words_is_everything(capsys: Out) -> None:
    code, out, err = run(capsys, "--json")
    assert (code, err) == (0, "")
    held = [claim for row in json.loads(out) for claim in row["claims"]]
    assert sorted(held) == sorted(CLAIMS)


def test_json_with_words_is_what_they_find(capsys: Out) -> None:
    assert json.loads(run(capsys, "A18", "--json")[1])[0]["id"] == "hold-and-check"
    assert json.loads(run(capsys, "--json", "bananas")[1])[0]["id"] == "bananas"
    assert {row["topic"] for row in json.loads(run(capsys, "food", "--json")[1])} == {"Food"}


@pytest.mark.parametrize("odd", ["[/]", "'; --", "🦵", "?", "x" * 10_000, "[zq]zzzq[/zq]\x1b[31m"])
def test_nothing_found_is_plain_and_names_what_there_is(capsys: Out, odd: str) -> None:
    code, out, err = run(capsys, odd)
    assert (code, out) == (1, "")
    first, second = err.splitlines()
    assert first.startswith("relief: nothing in the guide about '")
    assert second.startswith(("relief: topics: Right now, ", "relief: near it: "))
    assert "\x1b" not in err
    assert len(err) < 500
    assert run(capsys, odd, "--json")[:2] == (1, "[]\n")


def test_an_unknown_topic_names_near_ones(capsys: Out) -> None:
    code, _, err = run(capsys, "fod")
    assert code == 1
    assert "near it: Food" in err


def test_blanks_are_no_words(capsys: Out) -> None:
    assert run(capsys, "   ")[1] == run(capsys)[1]


def test_an_unknown_option_is_wrong_usage(capsys: Out) -> None:
    code, out, err = run(capsys, "--jsn")
    assert (code, out) == (2, "")
    assert "--jsn" in err


def test_a_broken_file_is_a_line_on_stderr_and_the_rest_works(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    broken = Path(shutil.copytree(folder.assets_folder(), tmp_path / "assets"))
    (broken / "guide" / "food.toml").write_text("surprise = 1\n", "utf-8")
    monkeypatch.setattr("relief_tui.content.guide.assets_folder", lambda: broken)
    code, out, err = run(capsys, "hot", "or", "cold")
    assert code == 0
    assert out.startswith("Hot or cold")
    assert err.count("\n") == 1
    assert err.startswith("relief: guide/food.toml: ")
    assert json.loads(run(capsys, "--json")[1])


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    variables: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    assert "\x1b[" not in run(capsys, "bananas")[1]
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", TerminalOut(sys.stdout))
    assert ("\x1b[" in run(capsys, "bananas")[1]) is coloured


_LOADED = """
import sys
from relief_tui.cli import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""
_SERVICES = """
import sys
from tests.support.stdout import TerminalOut
from relief_tui.services import Services
services = Services()
before = {name for name in sys.modules if name.endswith((".guide", ".search"))}
print(sorted(before), len(services.guide.topics), services.guide is services.guide)
"""


def test_it_loads_neither_the_app_nor_the_journal() -> None:
    ended = python("-c", _LOADED, "guide", "bananas", env=FAST)
    assert ended.returncode == 0
    assert not {"textual", "sqlite3", "relief_tui.services"} & set(ended.stderr.split())


def test_a_start_does_not_pay_for_the_guide() -> None:
    ended = python("-c", _SERVICES)
    assert ended.stdout.split("\n")[0] == "[] 13 True", ended.stderr


def test_no_drink_is_advised_to_whom_fluid_is_restricted(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))
    usual = json.loads(run(capsys, "sip-of-water", "--json")[1])[0]
    assert main(["settings", "set", "fluid_restriction", "yes"]) == 0
    capsys.readouterr()
    (row,) = json.loads(run(capsys, "sip-of-water", "--json")[1])
    assert row.keys() == usual.keys()
    assert row["do"].startswith("You told Relief to keep to a fluid limit: ")
    out = run(capsys, "night-drinking")[1]
    assert out.index("For you") < out.index("Known")
    assert "\nDo " not in out
