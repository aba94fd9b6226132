"""Keys of one's own: each key does one thing on a screen, and what is refused is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.settings import load_settings
from relief_tui.settings.ownkeys import (
    EVERYWHERE,
    IDS,
    PLACES,
    check,
    clash,
    keymap,
    usual,
    without_clashes,
)
from relief_tui.settings.writing import NotWrittenError, SettingsError, change, choose


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"drank": "m"}, "m is the key of mute: give that another first"),
        ({"drank": "f9", "mute": "f9"}, "f9 is the key of drank: give that another first"),
        ({"side": "o"}, "o is the key of position: give that another first"),
        ({"drank": "x"}, "x is the key of leave-it: give that another first"),
        ({"side": "ampersand"}, "ampersand stands for a number there"),
        ({"guide": "f4,comma"}, "comma is the key of settings: give that another first"),
        ({"cramp": "f5", "stop": "f4, f5"}, "f5 is the key of cramp: give that another first"),
    ],
)
def test_what_would_do_two_things(own: dict[str, str], words: str) -> None:
    assert str(clash(own)) == words


@pytest.mark.parametrize(
    "own",
    [
        {},
        {"drank": "f9"},
        {"settings": "m", "mute": "comma"},  # given in exchange
        {"cramp": "f2"},  # the same thing
        {"side": "k", "card-clear": "j"},
        {"card-clear": "s"},  # `s` has no meaning there
        {"help": "f4,?"},
        {"next": "n"},
    ],
)
def test_what_does_one_thing(own: dict[str, str]) -> None:
    assert clash(own) is None


_KEYS = st.sampled_from(["m", "o", "f9", "f10", "comma", "d", "k", "f9,f10", "minus", "up"])


@given(st.dictionaries(st.sampled_from(sorted(IDS)), _KEYS, max_size=6))
def test_what_is_held_together_never_clashes(own: dict[str, str]) -> None:
    for id, keys in own.items():
        check(id, keys)
    held, clashes = without_clashes(own)
    assert held.items() <= own.items()
    assert {found.id for found in clashes} == own.keys() - held.keys()
    for table in PLACES.values():
        before = usual(EVERYWHERE) | usual(table)
        now = before | {
            id: frozenset(keys.split(",")) for id, keys in keymap(held).items() if id in before
        }
        for id in held.keys() & now.keys():
            for other in now.keys() - {id}:
                one = id.removesuffix("-now") == other.removesuffix("-now")
                assert one or now[id] & now[other] <= before[id] & before[other]


def test_the_file_keeps_the_first_and_tells_of_the_second(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[keys]\ndrank = "f9"\nmute = "f9"\nside = "k"\n', "utf-8")
    loaded = load_settings(path)
    assert loaded.settings.keys == {"drank": "f9", "side": "k"}
    assert loaded.problems == (
        f"{path}: keys.mute cannot be used: f9 is the key of drank: give that another first. "
        "Until then: the usual key.",
    )


def test_no_key_is_given_twice(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    change(path, "keys.drank", "f9")
    with pytest.raises(SettingsError, match=r'keys\.mute = "f9" cannot be used: f9 is the key of'):
        change(path, "keys.mute", "f9")
    change(path, "keys.mute", "f10")
    change(path, "keys.settings", "m")
    with pytest.raises(SettingsError, match=r"keys\.mute stays: m is the key of"):
        change(path, "keys.mute", "default")
    assert load_settings(path).settings.keys == {"drank": "f9", "mute": "f10", "settings": "m"}


def test_what_clashes_already_keeps_nobody_from_another_change(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[keys]\ndrank = "f9"\nmute = "f9"\n', "utf-8")
    change(path, "keys.side", "k")
    change(path, "keys.mute", "f10")
    assert load_settings(path).problems == ()


def test_nor_where_the_file_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[keys]\ndrank = "f9"\n', "utf-8")
    loaded = load_settings(path)
    path.write_text("drank", "utf-8")
    with pytest.raises(NotWrittenError):
        change(path, "keys.mute", "f9")
    assert choose(loaded, "keys.mute", "f9")[0] is loaded
    assert choose(loaded, "keys.mute", "f10")[0].settings.keys == {"drank": "f9", "mute": "f10"}
