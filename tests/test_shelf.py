"""The routines there are: one broken file hides no other, no name means two things."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

import pytest

from relief_tui.content import ContentError
from relief_tui.content.routines import SHIPPED, RoutineError
from relief_tui.shelf import NoRoutineError, Shelf, ShelfError

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "home" / "routines")


def routine_file(path: Path, name: str, rest: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f'name = "{name}"\n{rest}\n[[steps]]\nname = "Walk"\nseconds = 30\n'
    path.write_text(text, "utf-8")
    return path


def test_a_folder_that_is_not_there_holds_nothing(shelf: Shelf) -> None:
    assert shelf.files() == ()
    assert [found.name for found in shelf.shipped()] == list(SHIPPED)
    assert list(shelf.own()) == []


def test_a_broken_one_hides_no_other(shelf: Shelf) -> None:
    routine_file(shelf.folder / "a.toml", "a")
    routine_file(shelf.folder / "b.toml", "b", "zzz = 1")
    (shelf.folder / "c.toml").mkdir()
    routine_file(shelf.folder / "d.toml", "d")
    routine_file(shelf.folder / "._d.toml", "hidden")
    found = list(shelf.own())
    assert [(each.name, each.routine is not None) for each in found] == [
        ("a", True),
        ("b", False),
        ("c", False),
        ("d", True),
    ]
    assert all(str(each.path) in each.trouble for each in found if not each.routine)
    assert shelf.find("D").name == "d"
    with pytest.raises(ContentError, match="zzz"):
        shelf.find("b")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mine", "a.toml; give it its own, or relief routines remove Mine first"),
        ("full", "comes with Relief"),
        ("RECOVERY", "calls something else"),
    ],
)
def test_a_name_that_is_taken_is_the_first_ones(shelf: Shelf, name: str, said: str) -> None:
    routine_file(shelf.folder / "a.toml", "mine")
    second = routine_file(shelf.folder / "b.toml", name)
    one, other = shelf.own()
    assert (one.trouble, other.routine) == ("", None)
    assert other.trouble.startswith(f"{second}: $.name is '{name}'")
    assert said in other.trouble
    with pytest.raises(RoutineError, match=re.escape(said)):
        shelf.check(second)
    assert shelf.find("MINE").name == "mine"


def test_what_is_not_there_is_told_with_what_may_be_meant(shelf: Shelf) -> None:
    routine_file(shelf.folder / "a.toml", "ankle-morning")
    with pytest.raises(NoRoutineError, match="did you mean ankle-morning"):
        shelf.find("ankle-mornin")
    with pytest.raises(
        NoRoutineError, match=r"^no routine 'zzz'; `relief routines list` shows all$"
    ):
        shelf.find("zzz")


# Adding


def test_a_file_is_added_as_it_is_under_its_own_name(shelf: Shelf, tmp_path: Path) -> None:
    file = routine_file(tmp_path / "from my physio.toml", "Ankle morning", "# a note\n")
    found = shelf.add(file)
    assert found.path == shelf.folder / "Ankle morning.toml"
    assert found.path.read_bytes() == file.read_bytes()
    assert [path.name for path in shelf.folder.iterdir()] == ["Ankle morning.toml"]
    assert shelf.find("ankle MORNING").name == "Ankle morning"


@posix
def test_what_is_added_is_for_its_owner_alone(shelf: Shelf, tmp_path: Path) -> None:
    file = routine_file(tmp_path / "x.toml", "x")
    file.chmod(0o666)
    before = os.umask(0)
    try:
        path = shelf.add(file).path
    finally:
        os.umask(before)
    assert path is not None
    rights = [
        stat.S_IMODE(place.stat().st_mode) for place in (path, path.parent, shelf.folder.parent)
    ]
    assert rights == [0o600, 0o700, 0o700]


def test_the_same_name_is_refused_until_the_other_is_removed(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(routine_file(tmp_path / "one.toml", "mine"))
    other = routine_file(tmp_path / "two.toml", "MINE")
    with pytest.raises(RoutineError, match=r"two\.toml: .* relief routines remove MINE first"):
        shelf.add(other)
    assert shelf.find("mine").name == "mine"
    shelf.remove("Mine")
    assert shelf.add(other).name == "MINE"


def test_a_file_that_is_there_already_is_not_added_again(shelf: Shelf, tmp_path: Path) -> None:
    path = shelf.add(routine_file(tmp_path / "one.toml", "mine")).path
    assert path is not None
    assert shelf.check(path).name == "mine"
    with pytest.raises(ShelfError, match="is there already; relief routines remove mine first"):
        shelf.add(path)


def test_the_place_of_a_broken_one_is_taken_too(shelf: Shelf, tmp_path: Path) -> None:
    broken = routine_file(shelf.folder / "MINE.toml", "mine", "zzz = 1")
    before = broken.read_bytes()
    with pytest.raises(ShelfError, match="remove MINE first"):
        shelf.add(routine_file(tmp_path / "one.toml", "mine"))
    assert broken.read_bytes() == before


def test_a_broken_file_is_not_added(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(RoutineError):
        shelf.add(routine_file(tmp_path / "x.toml", "../x"))
    assert not shelf.folder.exists()


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_left(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_beside: Path, _place: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ShelfError, match=r"mine\.toml cannot be written: No space left on device"):
        shelf.add(routine_file(tmp_path / "x.toml", "mine"))
    assert list(shelf.folder.iterdir()) == []


def test_a_file_where_the_folder_should_be(shelf: Shelf, tmp_path: Path) -> None:
    shelf.folder.parent.mkdir()
    shelf.folder.write_text("")
    assert list(shelf.own()) == []
    with pytest.raises(ShelfError, match="cannot be written"):
        shelf.add(routine_file(tmp_path / "x.toml", "mine"))


# Removing, and a new one


def test_only_the_persons_own_can_be_removed(shelf: Shelf) -> None:
    with pytest.raises(ShelfError, match="full comes with Relief and stays"):
        shelf.remove("Full")
    with pytest.raises(NoRoutineError, match="no routine 'x' of your own"):
        shelf.remove("x")


def test_a_broken_one_and_one_whose_name_is_taken_can_be_removed(shelf: Shelf) -> None:
    broken = routine_file(shelf.folder / "a.toml", "a", "zzz = 1")
    shadowed = routine_file(shelf.folder / "b.toml", "full")
    assert shelf.remove("a") == broken
    assert shelf.remove("full") == shadowed
    assert shelf.files() == ()


def test_of_two_of_one_name_the_one_that_is_found_is_removed_first(shelf: Shelf) -> None:
    broken = routine_file(shelf.folder / "mine.toml", "mine", "zzz = 1")
    sound = routine_file(shelf.folder / "other.toml", "mine")
    assert shelf.pick("mine").path == sound
    assert shelf.remove("mine") == sound
    assert shelf.remove("mine") == broken


def test_a_link_is_removed_not_what_it_leads_to(shelf: Shelf, tmp_path: Path) -> None:
    file = routine_file(tmp_path / "x.toml", "x")
    shelf.folder.mkdir(parents=True)
    try:
        (shelf.folder / "x.toml").symlink_to(file)
    except OSError:
        pytest.skip("no links here")
    shelf.remove("x")
    assert file.exists()
    assert shelf.files() == ()


def test_a_new_one_runs_and_its_first_values_are_live(shelf: Shelf) -> None:
    found = shelf.new("ankle-morning")
    assert found.path is not None
    assert found.routine is not None
    text = found.path.read_text("utf-8")
    for key in ("seconds =", "side ="):
        first = next(line for line in text.splitlines() if key in line)
        assert first.startswith(key)
    assert shelf.check(found.path) == found.routine == shelf.find("Ankle-Morning")
    assert found.routine.total_s == 150


@pytest.mark.parametrize("name", ["Mine", "full", "relief", "Recovery"])
def test_a_new_one_takes_no_name_that_there_is(shelf: Shelf, name: str) -> None:
    shelf.new("mine")
    with pytest.raises(ShelfError, match=r"is there already|give it its own"):
        shelf.new(name)
    assert len(shelf.files()) == 1


@pytest.mark.parametrize("name", ["a/b", "..", "", "CON", "a.b", "x" * 41, "-x", "\x1b[31m"])
def test_a_new_one_has_a_name_that_a_file_can_have(shelf: Shelf, name: str) -> None:
    with pytest.raises(ContentError, match="the name of a routine is"):
        shelf.new(name)
    assert not shelf.folder.exists()
