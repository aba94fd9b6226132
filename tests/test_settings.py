"""Settings: one bad key costs that key only, and reading never fails."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.load import Load, Unit
from relief_tui.settings import (
    Loaded,
    Motion,
    Notify,
    Settings,
    Volume,
    defaults,
    load_settings,
)
from relief_tui.settings.keys import RepSteps, Said
from relief_tui.settings.ownkeys import keymap
from relief_tui.settings.words import describe, literal

SURFACE = [
    *("unit", "equipment", "stack_step", "plates", "dumbbells", "bar", "hold_s", "volume"),
    *("voice", "player", "speech", "flash", "motion", "notify", "theme", "plain"),
    *("drink_reminder", "rep_steps", "medicines", "pregnancy"),
    *("sickle_trait", "kidney", "salt_restriction", "fluid_restriction", "clot_history"),
    *("health_asked", "keys"),
]


def load(folder: Path, text: str) -> Loaded:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    loaded = load_settings(file)
    assert file.read_text(encoding="utf-8") == text
    assert all(line.startswith(str(file)) and "\n" not in line for line in loaded.problems)
    return loaded


def said(loaded: Loaded) -> list[str]:
    return [line.removeprefix(f"{loaded.path}: ") for line in loaded.problems]


def test_without_a_file_all_defaults_hold(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert load_settings(file) == Loaded(Settings(), (), file, exists=False)
    assert not file.exists()


def test_what_the_file_sets_is_kept(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        """
        unit = "lb"
        stack_step = "7,5kg"
        plates = [45, 2.5]
        dumbbells = [10]
        bar = 35
        hold_s = 12
        volume = "loud"
        voice = true
        player = "aplay"
        speech = "espeak"
        flash = false
        motion = "reduced"
        notify = "osc9"
        theme = "relief-contrast"
        plain = true
        drink_reminder = false
        rep_steps = "key"
        medicines = "yes"
        pregnancy = "no"
        sickle_trait = "no"
        kidney = "no"
        salt_restriction = "no"
        fluid_restriction = "yes"
        clot_history = "not said"
        health_asked = true
        [keys]
        cramp = "c,f2"
        """,
    )
    assert loaded == Loaded(
        Settings(
            unit=Unit.LB,
            stack_step="7,5kg",
            plates=(45, 2.5),
            dumbbells=(10,),
            bar=35,
            hold_s=12,
            volume=Volume.LOUD,
            voice=True,
            player="aplay",
            speech="espeak",
            flash=False,
            motion=Motion.REDUCED,
            notify=Notify.OSC9,
            theme="relief-contrast",
            plain=True,
            drink_reminder=False,
            rep_steps=RepSteps.KEY,
            medicines=Said.YES,
            pregnancy=Said.NO,
            sickle_trait=Said.NO,
            kidney=Said.NO,
            salt_restriction=Said.NO,
            fluid_restriction=Said.YES,
            health_asked=True,
            keys={"cramp": "c,f2"},
        ),
        (),
        loaded.path,
        exists=True,
        given=frozenset(SURFACE) - {"equipment"},
    )


def test_a_broken_file_leaves_all_defaults_and_one_line(tmp_path: Path) -> None:
    loaded = load(tmp_path, "voice = true\nunit = kg")
    assert loaded.settings == Settings()
    (line,) = loaded.problems
    assert ", line 2, column 8: " in line
    assert line.endswith("Until then the defaults hold.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hold_s = 30", "hold_s = 30 cannot be used; allowed: 10 to 20, or not set."),
        ('hold_s = "12"', 'hold_s = "12" cannot be used; allowed: 10 to 20, or not set.'),
        ("hold_s = nan", "hold_s = nan cannot be used; allowed: 10 to 20, or not set."),
        ("voice = 1", "voice = 1 cannot be used; allowed: true or false."),
        ("bar = true", "bar = true cannot be used; allowed: 0 to 110."),
        ("bar = -1", "bar = -1 cannot be used; allowed: 0 to 110."),
        (
            "plates = [0]",
            "plates = [0] cannot be used; allowed: a list of numbers such as 20; 10; 5, each 0.1",
        ),
        ("plates = [0.0004, 1.25]", "plates = [0.0004, 1.25] cannot be used; allowed"),
        ("dumbbells = [0.0004]", "dumbbells = [0.0004] cannot be used; allowed"),
        ('volume = "11"', 'volume = "11" cannot be used; allowed: off, quiet, normal, loud.'),
        ("unit = 2026-11-02", "unit = 2026-11-02 cannot be used; allowed: kg, lb."),
        ('stack_step = "5 st"', 'stack_step = "5 st" cannot be used; allowed: a load such as'),
        ("keys = 3", "keys = 3 cannot be used; allowed: an id of the README"),
        ("volumme = 1", "unknown key volumme is ignored; did you mean volume?"),
        ("xyz = 1", f"unknown key xyz is ignored; known are {', '.join(SURFACE)}."),
        ("bar = 0x" + "f" * 5000, "bar = a huge number cannot be used;"),
        (f'unit = "{"x" * 500}"', f'unit = "{"x" * 59}… cannot be used;'),
        ('unit = "\\u001b[31m"', 'unit = "?[31m" cannot be used;'),
    ],
)
def test_a_bad_key_costs_that_key_only(tmp_path: Path, text: str, line: str) -> None:
    loaded = load(tmp_path, f'theme = "dracula"\n{text}\n')
    assert loaded.settings == Settings(theme="dracula")
    (problem,) = said(loaded)
    assert problem.startswith(line)


def test_a_refusal_tells_what_holds_until_it_is_mended(tmp_path: Path) -> None:
    (line,) = said(load(tmp_path, 'unit = "lb"\nbar = 900'))
    assert line.endswith("Until then: 45.")


def test_a_bad_own_key_leaves_the_others(tmp_path: Path) -> None:
    loaded = load(tmp_path, '[keys]\ncramp = "c"\nmute = 7\ndrank = ""\n')
    assert loaded.settings.keys == {"cramp": "c"}
    assert [line.split(" cannot")[0] for line in said(loaded)] == [
        "keys.mute = 7",
        'keys.drank = ""',
    ]


def test_in_pounds_the_gear_is_in_pounds(tmp_path: Path) -> None:
    settings = load(tmp_path, 'unit = "lb"\nplates = [45]').settings
    assert settings.plates == (45,)
    assert settings.bar == defaults(Unit.LB).bar == 45
    assert settings.dumbbells == defaults(Unit.LB).dumbbells
    assert settings.step_load == Load(10, Unit.LB)


def test_the_step_of_the_stack_has_a_unit() -> None:
    assert Settings().step_load == Load(5, Unit.KG)
    assert Settings(stack_step="2.5").step_load == Load(2.5, Unit.KG)
    assert Settings(stack_step="15", unit=Unit.LB).step_load == Load(15, Unit.LB)
    assert Settings(stack_step="5kg", unit=Unit.LB).step_load == Load(5, Unit.KG)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode())))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_bytes(data)
        loaded = load_settings(file)
    assert loaded.exists
    assert isinstance(loaded.settings, Settings)


VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats(), st.sampled_from(["kg", "5 kg", "loud"])),
    lambda inner: st.lists(inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(SURFACE), VALUES))
def test_every_key_is_either_kept_or_told(table: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_text("".join(f"{key} = {_toml(value)}\n" for key, value in table.items()))
        loaded = load_settings(file)
    told = {line.removeprefix(f"{file}: ").split(" = ")[0] for line in loaded.problems}
    for key in table.keys() - told:
        assert _plain(getattr(loaded.settings, key)) == _plain(table[key])


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return repr(value).lower() if isinstance(value, bool) else repr(value)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, list | tuple) else value


def test_every_key_is_explained() -> None:
    rows = describe(Settings())
    assert [row.key for row in rows] == SURFACE
    assert all(row.about.endswith(".") and row.range for row in rows)
    assert all(row.value == row.default for row in rows)


def test_an_explanation_follows_the_unit() -> None:
    rows = {row.key: row for row in describe(defaults(Unit.LB))}
    assert (rows["unit"].value, rows["unit"].default) == ("lb", "kg")
    assert (rows["bar"].value, rows["bar"].default, rows["bar"].unit) == (45, 45, "lb")
    assert rows["hold_s"].unit == "s"
    assert rows["volume"].unit == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "not set"),
        (True, "true"),
        (15.0, "15"),
        (1.25, "1.25"),
        (7, "7"),
        ("kg", '"kg"'),
        ((20.0, 2.5), "[20, 2.5]"),
        ({"cramp": "c"}, '{cramp = "c"}'),
        ("a\x1b[31m", '"a?[31m"'),
    ],
)
def test_a_value_reads_as_in_the_file(value: object, written: str) -> None:
    assert literal(value) == written


@pytest.mark.parametrize(
    ("id", "key"),
    [
        ("drank", "c"),
        ("drank", "!"),
        ("drank", "f9,q"),
        ("drank", "space"),
        ("next", "1"),
        ("nope", "f9"),
        ("drank", "foo"),
        ("drank", "f25"),
        ("drank", ""),
    ],
)
def test_keys_that_save_somebody_are_never_given_away(id: str, key: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'[keys]\n{id} = "{key}"\nmute = "f9"\n')
    loaded = load_settings(path)
    assert loaded.settings.keys == {"mute": "f9"}
    (problem,) = loaded.problems
    assert f"keys.{id}" in problem


def test_a_key_of_ones_own_comes_beside_those_that_always_stay() -> None:
    assert keymap({"cramp": "x", "drank": "f9"}) == {"cramp": "c,x", "drank": "f9"}
