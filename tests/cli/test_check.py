"""``relief check`` in a pipe: everything is told, nothing is asked, nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from relief_tui.cli import main
from relief_tui.cli.check import _flash


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")  # no player, and so no sound
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("RELIEF_SOUND", raising=False)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The first line of each part by its name."""
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    return {line[:9].strip(): line[11:] for line in out.splitlines() if line[:9].strip()}


def test_in_words(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = told(capsys)
    assert parts["Terminal"].startswith("xterm-256color, ")
    assert parts["Terminal"].endswith("all colours, Unicode, relief-dark")
    assert parts["Sound"] == "normal, by the terminal's bell"
    assert parts["Voice"] == "off; nothing here could speak"
    assert parts["Journal"] == f"{home / 'journal.db'} (not there yet)"
    assert parts["Settings"] == f"{home / 'settings.toml'} (not there yet)"
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("setting", ["flash = false", 'motion = "reduced"'])
def test_light_that_is_not_wanted(
    setting: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "settings.toml").write_text(setting, "utf-8")
    assert told(capsys)["Light"].startswith("no flash, ")


def test_on_a_poor_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("LC_ALL", "C")
    assert told(capsys)["Terminal"].endswith("16 colours, plain characters, relief-ansi")


def test_what_is_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["water"])
    (home / "settings.toml").write_text('unit = "kg"\nvolumme = 1\n', "utf-8")
    (home / "routines").mkdir()
    (home / "routines" / "mine.toml").write_text("", "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert "journal.db (1 event)\n           in order\n" in said.out
    assert "settings.toml (2 keys)\n" in said.out
    assert "unknown key volumme is ignored" in said.out
    assert "(1 routine of your own)" in said.out
    assert said.err == ""


def test_a_journal_that_cannot_be_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "journal.db").write_bytes(b"no database" * 500)
    assert main(["check"]) == 0
    assert "damaged" in capsys.readouterr().out


def test_who_leaves_in_the_middle_of_the_flash_gets_the_screen_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def leave(_: float) -> None:
        raise KeyboardInterrupt

    told: list[str] = []
    monkeypatch.setattr("time.sleep", leave)
    monkeypatch.setattr("click.echo", lambda text, **_: told.append(text))
    with pytest.raises(KeyboardInterrupt):
        _flash()
    assert told == ["\x1b[?5h", "\x1b[?5l"]


def test_as_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json"]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert said.err == ""
    assert found["terminal"]["colours"] == 1 << 24
    assert found["terminal"]["unicode"] is True
    assert found["sound"]["way"] == "bell"
    assert {"name": "aplay", "why": "not found"} in found["sound"]["passed"]
    assert found["voice"] == {
        "on": False,
        "speech": "auto",
        "way": "",
        "passed": [
            {"name": "espeak-ng", "why": "not found"},
            {"name": "espeak", "why": "not found"},
            {"name": "spd-say", "why": "not found"},
        ],
    }
    assert found["journal"] == {
        "path": str(home / "journal.db"),
        "exists": False,
        "count": 0,
        "troubles": [],
    }
    assert found["folder"] == str(home)
