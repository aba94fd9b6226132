"""Where the assets are found, and what importing the package costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from relief_tui.content import assets_folder, folder

WATCH = """
import sys
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
import relief_tui.content
print([name for name in opened if name.endswith(".toml")])
print(sorted({name.partition(".")[0] for name in sys.modules} & set(%r)))
"""
HEAVY = ("textual", "rich", "click", "sqlite3", "tomlkit", "platformdirs", "importlib_resources")


def test_a_checkout_has_the_assets_beside_the_package() -> None:
    package = Path(folder.__file__).parent.parent
    assert assets_folder() in (package / "assets", package.parent / "assets")
    assert (assets_folder() / "relief").is_dir()


@pytest.mark.parametrize("inside", [True, False], ids=["wheel", "checkout"])
def test_assets_inside_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    package = tmp_path / "relief_tui"
    (package / "content").mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    if inside:
        (package / "assets").mkdir()
    monkeypatch.setattr(folder, "__file__", str(package / "content" / "folder.py"))
    assert assets_folder() == (package if inside else tmp_path) / "assets"


def test_importing_reads_nothing_and_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCH % (HEAVY,)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["[]", "[]"]
