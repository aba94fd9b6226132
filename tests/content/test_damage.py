"""Damaged content, file by file, and as far as chance reaches."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relief_tui.content import load_script
from tests.content.loading import said_of

RELIEF = ["positions.toml", "ladder.toml", "limits.toml", "machines.toml", "words.toml"]
RELIEF += ["aftercare.toml", "recovery.toml"]
SAFETY = ["cards.toml", "picker.toml", "never.toml"]
FILES = [*(f"relief/{name}" for name in RELIEF), *(f"safety/{name}" for name in SAFETY)]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory, shipped: Path) -> Path:
    """A copy of the assets for properties, which put back what they break."""
    return Path(shutil.copytree(shipped, tmp_path_factory.mktemp("bench") / "assets"))


@contextmanager
def holding(file: Path, data: bytes) -> Iterator[None]:
    """While this lasts, ``file`` holds ``data``."""
    whole = file.read_bytes()
    file.write_bytes(data)
    try:
        yield
    finally:
        file.write_bytes(whole)


def is_one_plain_line(said: str, name: str) -> bool:
    return said.startswith(name) and len(said.splitlines()) == 1 and len(said) < 400


@pytest.mark.parametrize("file", FILES)
class TestEveryFile:
    def test_an_unknown_key_is_refused(self, assets: Path, file: str) -> None:
        path = assets / file
        path.write_text(f"surprise = 1\n{path.read_text('utf-8')}", "utf-8")
        expected = "$ has an unknown key 'surprise'; remove it or mend its spelling"
        assert said_of(assets) == f"{path.name}: {expected}"

    def test_an_unknown_key_in_the_last_table_is_refused(self, assets: Path, file: str) -> None:
        path = assets / file
        path.write_text(f"{path.read_text('utf-8')}\nsurprise = 1\n", "utf-8")
        assert said_of(assets).startswith(f"{path.name}: $")
        assert "has an unknown key 'surprise'" in said_of(assets)

    def test_a_missing_file_is_named_with_its_folder(self, assets: Path, file: str) -> None:
        path = assets / file
        path.unlink()
        assert said_of(assets) == f"{path.name}: not in {path.parent}; put it back"

    def test_a_folder_in_its_place_is_told(self, assets: Path, file: str) -> None:
        path = assets / file
        path.unlink()
        path.mkdir()
        assert is_one_plain_line(said_of(assets), path.name)

    def test_what_is_no_toml_is_told_with_line_and_column(self, assets: Path, file: str) -> None:
        path = assets / file
        path.write_text("# fine\nhold for = 15\n", "utf-8")
        assert is_one_plain_line(said_of(assets), path.name)
        assert "line 2, column 6" in said_of(assets)

    def test_binary_is_told_as_such(self, assets: Path, file: str) -> None:
        path = assets / file
        path.write_bytes(b"start = '\xff\xfe\x00\x01'")
        assert is_one_plain_line(said_of(assets), path.name)
        assert "UTF-8" in said_of(assets)

    def test_an_empty_file_lacks_something(self, assets: Path, file: str) -> None:
        path = assets / file
        path.write_bytes(b"")
        assert said_of(assets).startswith(f"{path.name}: $.")
        assert said_of(assets).endswith("is missing; add it")


def test_assets_that_are_not_there_at_all_are_named(tmp_path: Path) -> None:
    assert str(tmp_path) in said_of(tmp_path)


@given(seconds=st.one_of(st.integers(-5, 700), st.floats(5, 40), st.floats()))
@example(seconds=9)
@example(seconds=10)
@example(seconds=30)
@example(seconds=31)
def test_a_hold_lasts_from_10_to_30_seconds(bench: Path, seconds: float) -> None:
    file = bench / "relief" / "ladder.toml"
    data = file.read_bytes().replace(b"seconds = 15", f"seconds = {seconds!r}".encode())
    with holding(file, data):
        if 10 <= seconds <= 30:
            assert load_script(bench).ladder[0].seconds == seconds
        else:
            assert said_of(bench).startswith("ladder.toml: $.rungs[0].seconds is ")


@given(cue=st.text(st.characters(categories=["L", "N"]), max_size=80))
@example(cue="x" * 60)
@example(cue="x" * 61)
def test_a_cue_has_1_to_60_characters(bench: Path, cue: str) -> None:
    file = bench / "relief" / "words.toml"
    with holding(file, file.read_bytes().replace(b"How is it?", cue.encode())):
        if 1 <= len(cue) <= 60:
            assert load_script(bench).words.check == cue
        else:
            assert said_of(bench).startswith("words.toml: $.check is ")


@given(data=st.data(), name=st.sampled_from(FILES))
def test_a_damaged_file_is_told_in_one_line_or_still_good(
    bench: Path, data: st.DataObject, name: str
) -> None:
    file = bench / name
    whole = file.read_bytes()
    start = data.draw(st.integers(0, len(whole)), label="from")
    stop = data.draw(st.integers(start, len(whole)), label="to")
    put = data.draw(st.binary(max_size=20), label="instead")
    with holding(file, whole[:start] + put + whole[stop:]):
        said = said_of(bench)
    assert said == "" or is_one_plain_line(said, "")
    assert said.partition(":")[0].partition(",")[0] in ("", *RELIEF, *SAFETY)
