"""The root of the commands: light to load, plain when it fails."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from relief_tui import __version__
from relief_tui.cli import commands, main
from relief_tui.cli.commands import COMMANDS
from relief_tui.cli.errors import CommandError
from relief_tui.cli.options import plain_option
from relief_tui.errors import ReliefError

RUN = "import sys; from relief_tui.cli import main; sys.exit(main(sys.argv[1:]))"

Run = Callable[[BaseException], tuple[int, str]]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command that raises what it is given: its exit code, and what stderr got."""

    def run(error: BaseException) -> tuple[int, str]:
        @click.command("fail")
        def fail() -> None:
            raise error

        monkeypatch.setitem(commands.root.commands, "fail", fail)
        code = main(["fail"])
        said = capsys.readouterr()
        assert said.out == ""
        return code, said.err

    return run


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_every_command_in_order(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option]) == 0
    out = capsys.readouterr().out
    places = [out.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)
    assert all(entry.about in out for entry in COMMANDS.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"  relief {name}" in capsys.readouterr().out.partition("Example")[2]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"relief {__version__}\n"


def test_help_imports_click_and_no_command() -> None:
    loaded = _loaded("from relief_tui.cli import main; main(['--help'])")
    ours = {name for name in loaded if name.startswith("relief_tui")}
    assert ours == {
        "relief_tui",
        "relief_tui.blocks",
        "relief_tui.blocks.letters",
        "relief_tui.blocks.terminal",
        "relief_tui.cli",
        "relief_tui.cli.commands",
        "relief_tui.cli.errors",
        "relief_tui.cli.options",
        "relief_tui.errors",
        "relief_tui.firstcue",
    }
    heavy = {"textual", "rich", "msgspec", "sqlite3", "platformdirs", "tomllib", "asyncio"}
    assert not heavy & set(loaded)


def test_settings_loads_no_screen_and_no_journal() -> None:
    loaded = _loaded("from relief_tui.cli import main; main(['settings'])")
    assert "relief_tui.settings" in loaded
    assert not {"textual", "rich", "sqlite3"} & set(loaded)


def _loaded(code: str) -> list[str]:
    code = f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stderr.split()


@pytest.mark.parametrize(
    ("argv", "line", "hint"),
    [
        (["settngs"], "relief: No such command 'settngs'.", "relief: see relief --help"),
        (["--plian"], "relief: No such option", "relief: see relief --help"),
        (["settings", "--jsn"], "relief: No such option", "relief: see relief settings --help"),
    ],
)
def test_wrong_usage_is_two_lines_and_2(
    argv: list[str], line: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    said = capsys.readouterr()
    first, second = said.err.splitlines()
    assert first.startswith(line)
    assert second == hint
    assert said.out == ""


@pytest.mark.parametrize(
    ("typed", "meant"), [("settngs", "settings"), ("histroy", "history"), ("nwo", "now")]
)
def test_a_slip_is_answered_with_the_word_that_was_meant(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([typed])
    assert f"Did you mean '{meant}'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (CommandError("no run to go on with"), 1, "relief: no run to go on with\n"),
        (ReliefError("x.toml: broken\nmend it"), 1, "relief: x.toml: broken\nrelief: mend it\n"),
        (ReliefError("a \x1b[31mred\x9b word"), 1, "relief: a ?[31mred? word\n"),
        (PermissionError(13, "Permission denied", "/x"), 1, "relief: /x: Permission denied\n"),
        (OSError(errno.ENOSPC, "No space left"), 1, "relief: No space left\n"),
        (OSError("no number"), 1, "relief: no number\n"),
        (BrokenPipeError("gone"), 1, ""),
        (click.ClickException("odd"), 1, "relief: odd\n"),
        (click.Abort(), 130, ""),
        (KeyboardInterrupt(), 130, "\n"),  # ends the line on which the terminal shows ^C
        (
            ZeroDivisionError("by\nzero"),
            1,
            "relief: unexpected ZeroDivisionError: by zero (RELIEF_DEBUG=1 shows where)\n",
        ),
        (KeyError(), 1, "relief: unexpected KeyError (RELIEF_DEBUG=1 shows where)\n"),
    ],
)
def test_an_error_is_plain_lines(failing: Run, error: BaseException, code: int, said: str) -> None:
    assert failing(error) == (code, said)


def test_debug_shows_where(failing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELIEF_DEBUG", "1")
    code, said = failing(ZeroDivisionError("by zero"))
    assert code == 1
    assert "Traceback" in said
    assert said.endswith("ZeroDivisionError: by zero\n")


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (0, 0), (3, 3), ("words", 0)])
def test_a_number_that_a_command_returns_is_the_exit_code(
    returned: object, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    @click.command("give")
    def give() -> object:
        return returned

    monkeypatch.setitem(commands.root.commands, "give", give)
    assert main(["give"]) == code


@pytest.mark.parametrize(
    ("argv", "plain"),
    [(["face"], False), (["face", "--plain"], True), (["--plain", "face"], True)],
)
def test_plain_counts_before_and_after_the_command(
    argv: list[str], plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    @click.command("face")
    @plain_option
    def face(plain: bool) -> None:
        seen.append(plain)

    monkeypatch.setitem(commands.root.commands, "face", face)
    assert main(argv) == 0
    assert seen == [plain]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-c", RUN, "settings"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (1, "relief: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_left_is_no_error() -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", f"input()\n{RUN}", "settings"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdin
    assert running.stdout
    running.stdout.close()
    running.stdout = None
    assert running.communicate(b"\n")[1] == b""
    assert running.returncode == 1
