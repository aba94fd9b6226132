"""What gets installed: the wheel, the source archive, the checkout itself."""

from __future__ import annotations

import json
import tarfile
from configparser import ConfigParser
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.ground import ROOT, TESTS, TOP, modules, python

_LOAD = """
from relief_tui.content import assets_folder, load_script
load_script()
print(assets_folder())
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive."""
    folder = tmp_path_factory.mktemp("built")
    ended = python("-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(folder))
    assert ended.returncode == 0, ended.stderr
    return folder


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer lays it down: it is a zip of what goes on the path."""
    folder = tmp_path_factory.mktemp("installed")
    with ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    return folder


def test_the_wheel_carries_the_package_and_its_assets_and_nothing_else(unpacked: Path) -> None:
    metadata = next(unpacked.glob("*.dist-info"))
    assert {entry.name for entry in unpacked.iterdir()} == {"relief_tui", metadata.name}
    assert list(metadata.rglob("LICENSE"))

    ours = _below(ROOT / "relief_tui")
    assets = {name for name in _below(ROOT / "assets") if not name.endswith((".svg", ".py"))}
    assert _below(unpacked / "relief_tui") == ours | {f"assets/{name}" for name in assets}


def _below(folder: Path) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_command_is_called_relief(unpacked: Path) -> None:
    points = ConfigParser()
    points.read(next(unpacked.glob("*.dist-info")) / "entry_points.txt", encoding="utf-8")
    assert dict(points["console_scripts"]) == {"relief": "relief_tui.__main__:main"}


def test_the_wheel_finds_its_own_assets(unpacked: Path, tmp_path: Path) -> None:
    found = _assets(tmp_path, {"PYTHONPATH": str(unpacked)})
    assert found == unpacked / "relief_tui" / "assets"


def test_a_checkout_that_is_installed_in_place_finds_its_assets(tmp_path: Path) -> None:
    installed = json.loads(distribution("relief-tui").read_text("direct_url.json") or "{}")
    if not installed.get("dir_info", {}).get("editable"):
        pytest.skip("not installed in place")
    assert _assets(tmp_path, {}) == ROOT / "assets"


def _assets(cwd: Path, env: dict[str, str]) -> Path:
    """The folder that all a relief needs was read from, by a process of its own."""
    ended = python("-c", _LOAD, cwd=cwd, env=env)
    assert ended.returncode == 0, ended.stderr
    return Path(ended.stdout.strip())


def test_the_source_archive_holds_what_belongs(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    made = {"PKG-INFO", ".gitignore"}  # the builder adds these
    assert {name.partition("/")[0] for name in names} == {*TOP, *made}
    assert {path.relative_to(ROOT).as_posix() for path in modules(TESTS)} <= names
