"""Where things live."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui.paths import Paths, find_paths


def test_home_holds_everything(tmp_path: Path) -> None:
    assert find_paths({"RELIEF_HOME": str(tmp_path)}) == Paths(
        folder=tmp_path,
        settings=tmp_path / "settings.toml",
        routines=tmp_path / "routines",
        journal=tmp_path / "journal.db",
    )


def test_home_may_start_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert find_paths({"RELIEF_HOME": "~/stick"}).folder == tmp_path / "stick"


def test_the_tilde_of_nobody_is_an_ordinary_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "~no-such-account/stick"
    assert find_paths({"RELIEF_HOME": name}).folder == Path.cwd() / name


def test_a_relative_home_does_not_follow_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_paths({"RELIEF_HOME": "here"}).folder == Path.cwd() / "here"


@pytest.mark.parametrize("environ", [{}, {"RELIEF_HOME": ""}, {"RELIEF_HOME": " "}])
def test_without_home_the_usual_folders_are_named_for_relief(environ: dict[str, str]) -> None:
    paths = find_paths(environ)
    assert all(place.is_absolute() for place in (paths.settings, paths.routines, paths.journal))
    assert paths.settings.parent.name == "relief"
    assert paths.folder.name == "relief"
    assert paths.routines.parent == paths.settings.parent
    assert paths.journal.parent == paths.folder


def test_the_environment_of_the_process_is_the_default(tmp_path: Path) -> None:
    assert find_paths().folder == tmp_path


def test_nothing_is_created(tmp_path: Path) -> None:
    find_paths({"RELIEF_HOME": str(tmp_path / "new")})
    assert not list(tmp_path.iterdir())
