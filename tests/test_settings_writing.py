"""Changing a setting: the rest of the file stays, and what cannot be is refused in words."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.settings import Gear, load_settings
from relief_tui.settings.keys import Settings
from relief_tui.settings.lists import parted
from relief_tui.settings.writing import NotWrittenError, SettingsError, change, choose

MINE = """# my gym
unit = "kg"        # metric
plates = [20, 10]  # the blue ones

[keys]
cramp = "f5"       # far left
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "settings.toml"


@pytest.fixture
def mine(file: Path) -> Path:
    file.parent.mkdir()
    file.write_text(MINE, "utf-8")
    return file


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file can be renamed."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)


def raw(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text("utf-8"))


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("unit", "LB", "lb"),
        ("hold_s", "12", 12),
        ("hold_s", "12 s", 12),
        ("hold_s", "12,5", 12.5),
        ("plates", "20, 10, 2.5", [20, 10, 2.5]),
        ("plates", "20;10;2,5", [20, 10, 2.5]),
        ("plates", "[2.5]", [2.5]),
        ("dumbbells", "2,4,6", [2, 4, 6]),
        ("plates", "20 kg, 2.5kg", [20, 2.5]),
        ("plates", "1.25 2.5 5", [1.25, 2.5, 5]),
        ("plates", "1,25; 2,5", [1.25, 2.5]),
        ("plates", "1.25, 2.5", [1.25, 2.5]),
        ("plates", "1,25 2,5", [1.25, 2.5]),
        ("plates", "2, 5", [2, 5]),
        ("plates", "2 , 5", [2, 5]),
        ("plates", "2 5", [2, 5]),
        ("plates", "2;5", [2, 5]),
        ("plates", "2,5;", [2.5]),
        ("plates", "2.5,5", [2.5, 5]),
        ("plates", "2kg,5kg", [2, 5]),
        ("plates", "2,5 kg; 5 kg", [2.5, 5]),
        ("plates", "20 10 kg", [20, 10]),
        ("plates", "20,10,5", [20, 10, 5]),
        ("bar", "0", 0),
        ("stack_step", "5", "5 kg"),
        ("stack_step", "2,5kg", "2.5 kg"),
        ("stack_step", "10lb", "10 lb"),
        ("equipment", "plates", "plates"),
        ("voice", "on", True),
        ("plain", "No", False),
        ("volume", "loud", "loud"),
        ("theme", "nord", "nord"),
    ],
)
def test_a_value_as_it_is_typed(file: Path, key: str, text: str, value: object) -> None:
    change(file, key, text)
    assert raw(file) == {key: value}
    assert load_settings(file).problems == ()


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("hold_s", "9", "hold_s = 9 cannot be used; allowed: 10 to 20, or not set."),
        ("hold_s", "long", 'hold_s = "long" cannot be used'),
        ("hold_s", "nan", "hold_s = nan cannot be used"),
        ("plates", "0", "allowed: a list of numbers such as 20; 10; 5, each 0.1 to 110, in kg."),
        ("plates", "0.0004", "plates = [0.0004] cannot be used; allowed"),
        ("dumbbells", "0.0004; 10", "dumbbells = [0.0004, 10] cannot be used; allowed"),
        ("plates", "20,-5", "plates = [20, -5] cannot be used"),
        ("plates", "[]", "plates = [] cannot be used"),
        ("plates", "2,5", "plates: 2,5 can be read in two ways; write 2.5 or 2; 5."),
        ("plates", "[2,5]", "plates: 2,5 can be read in two ways; write 2.5 or 2; 5."),
        ("plates", "2,5kg", "plates: 2,5kg can be read in two ways; write 2.5 or 2; 5."),
        ("plates", "1,25,2,5", "can be read in two ways; write 1.25 or 1; 25."),
        ("plates", "20, 10, 2,5", "can be read in two ways; write 2.5 or 2; 5."),
        ("dumbbells", "2,5", "dumbbells: 2,5 can be read in two ways; write 2.5 or 2; 5."),
        ("dumbbells", "1e9", "dumbbells = [1000000000] cannot be used"),
        ("bar", "-5", "bar = -5 cannot be used"),
        ("bar", "45lb", 'bar = "45lb" cannot be used; allowed: 0 to 110, in kg.'),
        ("stack_step", "0", "stack_step: '0' is out of range"),
        ("stack_step", "45stone", "stack_step: '45stone' is no load; write for example 45kg"),
        ("equipment", "barbell", "allowed: stack, plates, dumbbells."),
        ("voice", "perhaps", "allowed: true or false."),
        ("stak_step", "5", "There is no setting stak_step: did you mean stack_step?"),
        ("weather", "fine", "There is no setting weather: known are unit, "),
        ("keys", "f5", "There is no setting keys: write keys.ID, such as keys.cramp"),
        ("unit.kg", "lb", "There is no setting unit.kg"),
        ("keys.cramp", "", "keys.cramp"),
    ],
)
def test_what_is_not_allowed_is_refused_and_nothing_changes(
    mine: Path, key: str, text: str, said: str
) -> None:
    with pytest.raises(SettingsError) as error:
        change(mine, key, text)
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert mine.read_text("utf-8") == MINE


def test_comments_and_order_stay(mine: Path) -> None:
    change(mine, "plates", "20,10,5")
    change(mine, "keys.cramp", "f6")
    change(mine, "voice", "yes")
    text = mine.read_text("utf-8")
    assert text.startswith('# my gym\nunit = "kg"        # metric\nplates = [20, 10, 5]')
    assert "# the blue ones" in text
    assert 'cramp = "f6"' in text
    assert "# far left" in text
    assert raw(mine)["voice"] is True


@pytest.mark.parametrize("word", ["default", "not set", "UNSET"])
def test_a_key_can_be_taken_out_again(mine: Path, word: str) -> None:
    change(mine, "plates", word)
    change(mine, "keys.cramp", word)
    change(mine, "hold_s", word)
    assert raw(mine) == {"unit": "kg", "keys": {}}


def test_numbers_are_never_read_in_another_unit_behind_ones_back(mine: Path) -> None:
    with pytest.raises(SettingsError, match=r"plates in .* is meant in kg\. Set it to default"):
        change(mine, "unit", "lb")
    change(mine, "unit", "kg")
    change(mine, "plates", "default")
    change(mine, "unit", "lb")
    assert raw(mine)["unit"] == "lb"
    change(mine, "bar", "45")
    with pytest.raises(SettingsError, match=r"bar in .* is meant in lb"):
        change(mine, "unit", "default")


@pytest.mark.parametrize("wrong", ['"stone"', '["kg"]', "7"])
def test_a_unit_that_cannot_be_used_is_mended_beside_numbers(file: Path, wrong: str) -> None:
    file.parent.mkdir()
    file.write_text(f"unit = {wrong}\nplates = [20]\nbar = 10\nstack_step = '5'\n", "utf-8")
    with pytest.raises(SettingsError, match=r"plates and bar and stack_step in .* are meant in kg"):
        change(file, "unit", "lb")
    change(file, "unit", "kg")
    assert raw(file)["unit"] == "kg"


def test_a_step_that_says_its_unit_is_no_obstacle(file: Path) -> None:
    change(file, "stack_step", "5kg")
    change(file, "unit", "lb")
    assert raw(file) == {"stack_step": "5 kg", "unit": "lb"}


def test_the_file_is_for_this_person_alone(file: Path) -> None:
    change(file, "voice", "yes")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("data", [b"unit = ", b"\xff\xfe\x00", b"\x00", b"a = 1\na = 2\n"])
def test_a_file_that_cannot_be_read_is_never_written_over(mine: Path, data: bytes) -> None:
    mine.write_bytes(data)
    with pytest.raises(SettingsError, match="Nothing was changed"):
        change(mine, "voice", "yes")
    assert mine.read_bytes() == data


@pytest.mark.parametrize("keys", ["keys = 'f5'", "[[keys]]\na = 'b'"])
def test_own_keys_that_are_no_table_are_left_to_the_person(mine: Path, keys: str) -> None:
    mine.write_text(keys, "utf-8")
    with pytest.raises(NotWrittenError, match="keys is no table there"):
        change(mine, "keys.cramp", "f5")
    assert mine.read_text("utf-8") == keys
    change(mine, "keys", "default")
    assert raw(mine) == {}


def test_what_the_writer_cannot_follow_is_left_to_the_person(mine: Path) -> None:
    deep = f"x = {'[' * 300}{']' * 300}\n"
    mine.write_text(deep, "utf-8")
    with pytest.raises(NotWrittenError, match="only you can change; write there: voice = true"):
        change(mine, "voice", "on")
    assert mine.read_text("utf-8") == deep


def test_the_ends_of_the_lines_stay_as_an_editor_left_them(mine: Path) -> None:
    mine.write_bytes(b'unit = "kg" # a\r\nvoice = true # b\r\n')
    change(mine, "voice", "off")
    assert mine.read_bytes() == b'unit = "kg" # a\r\nvoice = false # b\r\n'


@pytest.mark.parametrize("key", ["hold_s", "keys", "keys.cramp"])
def test_what_is_not_there_is_not_taken_out(file: Path, key: str) -> None:
    change(file, key, "default")
    assert not file.exists()


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(SettingsError, match="a folder where a file should be"):
        change(file, "voice", "yes")


def test_a_file_where_the_folder_should_be_is_told(file: Path) -> None:
    file.parent.touch()
    with pytest.raises(SettingsError):
        change(file, "voice", "yes")
    assert file.parent.is_file()


@pytest.mark.usefixtures("sealed")
def test_a_folder_that_takes_no_file_is_told_and_nothing_is_left_there(mine: Path) -> None:
    with pytest.raises(NotWrittenError, match="cannot be written: Permission denied"):
        change(mine, "voice", "yes")
    assert [path.name for path in mine.parent.iterdir()] == ["settings.toml"]
    assert mine.read_text("utf-8") == MINE


def test_a_link_is_written_through(mine: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(mine)
    change(link, "voice", "yes")
    assert link.is_symlink()
    assert raw(mine)["voice"] is True


@given(
    key=st.sampled_from([*Settings.__struct_fields__, "keys.cramp", "keys.x"]),
    text=st.text() | st.from_regex(r"[-0-9.,; ]{0,12}"),
)
def test_any_text_is_taken_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, key: str, text: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.unlink(missing_ok=True)
    said = ""
    try:
        change(file, key, text)
    except SettingsError as error:
        said = str(error)
    assert bool(said) is not file.exists()
    assert len(said.splitlines()) <= 1
    assert load_settings(file).problems == ()


@given(
    numbers=st.lists(st.integers(1, 400).map(lambda n: n / 4), min_size=1, max_size=5),
    parts=st.sampled_from(["; ", ";", " ", ", "]),
    sign=st.sampled_from([".", ","]),
    unit=st.sampled_from(["", "kg", " kg"]),
)
def test_a_list_means_what_was_typed_or_is_refused(
    numbers: list[float], parts: str, sign: str, unit: str
) -> None:
    """Never another list than the one that was meant, with either decimal sign."""
    text = parts.join(f"{number:g}".replace(".", sign) + unit for number in numbers)
    try:
        found = parted(text, "kg")
    except ValueError:
        assert sign == ","
        assert parts == ", " or len(numbers) == 1
        return
    assert [float(part.removesuffix("kg").replace(",", ".")) for part in found] == numbers


@pytest.mark.parametrize(
    ("text", "gear"),
    [
        ("", Gear.STACK),
        ("plates = [2.5]", Gear.PLATES),
        ("bar = 20", Gear.PLATES),
        ("dumbbells = [10]", Gear.DUMBBELLS),
        ("dumbbells = [10]\nplates = [2.5]", Gear.STACK),
        ('stack_step = "5 kg"\nplates = [2.5]', Gear.STACK),
        ('equipment = "dumbbells"\nplates = [2.5]', Gear.DUMBBELLS),
    ],
)
def test_what_alone_is_described_is_the_equipment(file: Path, text: str, gear: Gear) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    assert load_settings(file).settings.equipment is gear


# A change that the file did not take


@pytest.mark.usefixtures("sealed")
@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("hold_s", "12", 12),
        ("voice", "on", True),
        ("keys.quit", "f9", {"cramp": "f5", "quit": "f9"}),
        ("keys.cramp", "default", {}),
        ("plates", "default", (20, 15, 10, 5, 2.5, 1.25)),
        ("plates", "0", (20, 10)),
        ("weather", "fine", None),
    ],
)
def test_a_change_holds_without_the_file(mine: Path, key: str, text: str, value: object) -> None:
    loaded, trouble = choose(load_settings(mine), key, text)
    assert getattr(loaded.settings, key.partition(".")[0], None) == value
    refused = text in ("0", "fine")
    assert trouble.endswith("Until Relief ends it holds.") is not refused


@pytest.mark.usefixtures("sealed")
def test_another_unit_without_the_file_has_the_numbers_of_that_unit(file: Path) -> None:
    held = choose(load_settings(file), "unit", "lb")[0]
    assert (held.settings.unit, held.settings.plates[0], held.settings.bar) == ("lb", 45, 45)
    assert held.given == {"unit"}
