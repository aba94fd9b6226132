"""``relief settings``: what is set, what may be set, what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from relief_tui.cli import main
from relief_tui.settings import Settings
from relief_tui.settings.words import describe
from relief_tui.widgets.palette import themes


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_every_key_is_shown_with_what_it_may_be(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("hold_s = 12\nvoice = true")
    assert main(["settings"]) == 0
    said = capsys.readouterr()
    entries = {part.partition(" = ")[0]: part for part in said.out.split("\n\n")[1:]}
    assert tuple(entries) == Settings.__struct_fields__
    held = " ".join(entries["hold_s"].split())
    assert held.startswith("hold_s = 12 # s How long each hold lasts")
    assert held.endswith("Allowed: 10 to 20, or not set. Default: not set.")
    assert "The default." in entries["volume"]
    assert said.err == ""


def test_the_file_is_named_and_whether_it_is_there(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["settings"])
    assert capsys.readouterr().out.startswith(f"{file} (not there yet")
    assert not file.exists()
    file.write_text("")
    main(["settings"])
    assert capsys.readouterr().out.startswith(f"{file}\n")


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_what_is_wrong_goes_to_stderr(
    options: list[str], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("hold_s = 99\nvolumme = 1")
    assert main(["settings", *options]) == 0
    said = capsys.readouterr()
    unknown, refused = said.err.splitlines()
    assert unknown.startswith(f"relief: {file}: unknown key volumme")
    assert refused.startswith(f"relief: {file}: hold_s = 99 cannot be used; allowed: 10 to 20")
    assert "cannot be used" not in said.out


def test_json_is_one_object_with_five_facts_a_key(
    file: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file.write_text('unit = "lb"\n[keys]\ncramp = "c"')
    assert main(["settings", "--json"]) == 0
    shown = json.loads(capsysbinary.readouterr().out)
    assert tuple(shown) == Settings.__struct_fields__
    assert all(
        tuple(row) == ("value", "default", "unit", "range", "about") for row in shown.values()
    )
    assert (shown["unit"]["value"], shown["unit"]["default"]) == ("lb", "kg")
    assert (shown["bar"]["value"], shown["bar"]["unit"]) == (45, "lb")
    assert shown["hold_s"]["value"] is None
    assert shown["keys"]["value"] == {"cramp": "c"}


def test_nothing_but_text_goes_to_a_pipe(
    file: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file.write_text('theme = "\\u001b]0;x\\u0007"\n"\\u009b32m" = 1')
    main(["settings"])
    said = capsysbinary.readouterr()
    assert (said.out + said.err).decode().replace("\n", "").isprintable()


# Changing one


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["unit", "lb"], 'unit = "lb"'),
        (["plates", "20,", "10,", "2.5"], "plates = [20, 10, 2.5]"),
        (["stack_step", "5", "kg"], 'stack_step = "5 kg"'),
        (["keys.cramp", "f5"], 'keys = {cramp = "f5"}'),
    ],
)
def test_what_was_set_is_shown_and_in_the_file(
    words: list[str], shown: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", "set", *words]) == 0
    assert capsys.readouterr().out == f"{shown}\n"
    assert main(["settings", "set", words[0], "default"]) == 0
    assert file.read_text("utf-8") in ("", "[keys]\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["plates", "-5"],
            "plates = [-5] cannot be used; allowed: a list of numbers such as",
        ),
        (["stak_step", "5"], "There is no setting stak_step: did you mean stack_step?"),
        (["voice", "\x1b[31m"], 'voice = "?[31m" cannot be used; allowed: true or false.'),
    ],
)
def test_what_is_refused_is_one_line_and_exit_1(
    words: list[str], said: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", "set", *words]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") <= 2
    assert not file.exists()


def test_without_a_value_it_is_wrong_usage() -> None:
    assert main(["settings", "set", "unit"]) == 2


def test_every_theme_of_its_own_is_told_as_allowed() -> None:
    row = next(row for row in describe(Settings()) if row.key == "theme")
    assert all(theme.name in row.range for theme in themes())
