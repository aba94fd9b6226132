"""The terminal that the other tests look through, with small programs of known behaviour in it."""

import json
import os
import re
import select
import signal
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.support.terminal import Terminal, relief, run

pytestmark = pytest.mark.terminal

APP = r"""
import sys, termios, tty
before = termios.tcgetattr(0)
print("before the app")
tty.setraw(0)
print(end="\x1b[?1049h\x1b[?25l\x1b[?1003h\x1b[?1006h\x1b[?2004h\x1b[Hin the app", flush=True)
while (key := sys.stdin.read(1)) != "q":
    print(end=f"{key!a} ", flush=True)
print(end="\x1b[?2004l\x1b[?1006l\x1b[?1003l\x1b[?25h\x1b[?1049l", flush=True)
termios.tcsetattr(0, termios.TCSANOW, before)
print("after the app")
"""
KEYS = {
    "space": "' '", "enter": r"'\r'", "tab": r"'\t'", "ctrl+p": r"'\x10'", "é!": r"'\xe9' '!'",
    "f2": r"'\x1b' 'O' 'Q'", "pagedown": r"'\x1b' '[' '6' '~'",
}  # fmt: skip


def python(program: str, cols: int = 80, rows: int = 24) -> Terminal:
    return Terminal([sys.executable, "-c", dedent(program)], home=Path(), cols=cols, rows=rows)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `python -m relief_tui` that tells what it was given, then what it reads."""
    package = tmp_path / "relief_tui"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "import json, os, sys\n"
        "json.dump([sys.argv[1:], dict(os.environ), os.isatty(0)], sys.stdout)\n"
        "sys.stderr.write(sys.stdin.read()); sys.exit(3)\n"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def open_files() -> list[str]:
    return sorted(str(fd) for fd in Path("/dev/fd").iterdir())


def test_words_are_waited_for_until_they_come_and_until_they_go() -> None:
    with python(r"input('first> '); input('\x1b[2J\x1b[Hsecond 42')") as terminal:
        terminal.wait_for("first>")
        terminal.press("enter")
        assert "first>" not in terminal.wait_gone("first>")
        terminal.wait_for(re.compile(r"^second \d+$", re.MULTILINE))
        assert terminal.line("second") == "second 42"


def test_what_never_comes_fails_with_the_screen() -> None:
    with python("input('only this')") as terminal:
        terminal.wait_for("only this")
        with pytest.raises(AssertionError, match=r"'more' did not appear(?s:.*)only this"):
            terminal.wait_for("more", timeout=0.1)
        with pytest.raises(AssertionError, match="did not go"):
            terminal.wait_gone("only", timeout=0.1)
        with pytest.raises(AssertionError, match="still running"):
            terminal.wait_exit(timeout=0.1)
        for ask in (terminal.line, terminal.seen):
            with pytest.raises(AssertionError, match="more"):
                ask("more")
        with pytest.raises(AssertionError, match="does not listen to the mouse"):
            terminal.click(0, 0)


def test_nothing_is_waited_for_once_the_program_has_ended() -> None:
    with python("print('last words'); raise SystemExit(7)") as terminal:
        with pytest.raises(AssertionError, match=r"ended with 7(?s:.*)last words"):
            terminal.wait_for("more", timeout=60.0)
        with pytest.raises(AssertionError, match="no program left"):
            terminal.signal(signal.SIGTERM)


def test_the_moment_of_every_screen_is_kept() -> None:
    with python(r"for number in range(3): input(f'\x1b[2J\x1b[Hnumber {number}')") as terminal:
        for number in range(3):
            terminal.wait_for(f"number {number}")
            terminal.press("enter")
        assert terminal.wait_exit() == 0
        first, second, third = (terminal.seen(f"number {number}") for number in range(3))
        assert 0.0 < first < second < third
        assert terminal.seen("number", after=second) == second
        assert b"number 0" in terminal.raw


@pytest.mark.parametrize(("key", "arrives"), KEYS.items(), ids=KEYS)
def test_keys_arrive_as_a_terminal_sends_them(key: str, arrives: str) -> None:
    with python(APP) as terminal:
        terminal.wait_for("in the app")
        terminal.press(key)
        terminal.wait_for(arrives)


def test_escape_is_a_key_of_its_own() -> None:
    with python(APP) as terminal:
        terminal.wait_for("in the app")
        terminal.press("esc", "x")
        terminal.wait_for("'x'")
        assert terminal.seen(r"'\x1b'") < terminal.seen("'x'")


def test_clicks_arrive_where_they_were_made() -> None:
    with python(APP) as terminal:
        terminal.wait_for("in the app")
        terminal.click(0, 11)
        assert "[<0;1;12M" in re.sub("[' ]", "", terminal.wait_for("'m'"))


def test_a_terminal_given_back_shows_what_it_showed_before() -> None:
    with python(APP) as terminal:
        assert "before" not in terminal.wait_for("in the app")
        screen = terminal.screen
        assert (screen.alternate_on, screen.cursor_on, screen.mouse_on) == (True, False, True)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.text().rstrip() == "before the app\nafter the app"
        assert terminal.given_back()
        assert terminal.sane()


def test_a_terminal_not_given_back_is_told_mode_by_mode() -> None:
    with python(APP) as terminal:
        terminal.wait_for("in the app")
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
        with pytest.raises(AssertionError, match=r"\?25 \?1049 \?1003 \?1006 \?2004"):
            terminal.given_back()
        with pytest.raises(AssertionError, match="raw mode"):
            terminal.sane()


def test_a_sequence_cut_in_two_leaves_nothing_on_the_screen() -> None:
    program = r"""
        import tty
        tty.setcbreak(0)
        print("ready")
        sequence = "\x1b[?2048$p"
        for cut in range(1, len(sequence)):
            input(sequence[:cut])
            print(f"{sequence[cut:]}cut {cut}")
    """
    with python(program) as terminal:
        terminal.wait_for("ready")
        for _ in range(1, 9):
            terminal.watch(0.05)
            terminal.press("ctrl+j")
        assert terminal.wait_exit() == 0
        assert terminal.text().split("\n")[1:9] == [f"cut {cut}" for cut in range(1, 9)]


def test_a_frame_held_back_until_it_is_whole_is_seen_whole() -> None:
    program = r"""
        import select, sys, tty
        tty.setcbreak(0)
        print(end="\x1b[?2026$p", flush=True)
        answer = sys.stdin.read(11)
        print(end="\x1b[?2026hhalf a ", flush=True)
        select.select([], [], [], 0.05)
        print(end=f"frame {answer[1:]}\x1b[?2026l", flush=True)
        sys.stdin.read(1)
    """
    with python(program) as terminal:
        assert terminal.wait_for("half").strip() == "half a frame [?2026;2$y"


def test_the_window_has_the_size_it_is_given() -> None:
    program = """
        import os, signal
        signal.signal(signal.SIGWINCH, lambda *_: print(os.get_terminal_size(), flush=True))
        input(os.get_terminal_size())
    """
    with python(program, cols=60, rows=20) as terminal:
        terminal.wait_for("columns=60, lines=20")
        terminal.resize(100, 30)
        assert terminal.wait_for("columns=100, lines=30").count("\n") == 29


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP, signal.SIGTERM])
def test_signals_end_a_program_as_from_a_shell(number: int) -> None:
    with python("input('ready')") as terminal:
        terminal.wait_for("ready")
        if number == signal.SIGINT:
            terminal.press("ctrl+c")
        else:
            terminal.signal(number)
        assert terminal.wait_exit() == -number


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    alive = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    before = open_files()
    program = f"""
        import subprocess, sys
        fifo = open({str(tmp_path / "fifo")!r}, "w")
        subprocess.Popen([sys.executable, "-c", "input()"], pass_fds=[fifo.fileno()])
        input("has a child")
    """
    with python(program) as terminal:
        terminal.wait_for("has a child")
        assert not select.select([alive], [], [], 0.0)[0]
    assert select.select([alive], [], [], 5.0)[0], "the child outlived its terminal"
    with pytest.raises(ChildProcessError):
        os.waitpid(terminal.pid, os.WNOHANG)
    with pytest.raises(FileNotFoundError), Terminal(["no such program"], home=tmp_path):
        pass
    assert open_files() == before
    os.close(alive)


def test_relief_starts_afresh(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("PYTHONPATH", "as it was")
    changes = {"EXTRA": "1", "COLORTERM": None}
    with relief("now", home=stand_in, cols=2000, env=changes, scale=20) as terminal:
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 3
        _, env, on_terminal = json.loads(terminal.line('["now"]'))
    assert on_terminal
    assert not Path(env["HOME"]).exists()
    told = ("RELIEF_HOME", "RELIEF_TIME_SCALE", "PYTHONPATH", "EXTRA")
    assert [env[name] for name in told] == [str(stand_in), "20", "as it was", "1"]
    assert not {"NO_COLOR", "COLORTERM"} & env.keys()


@pytest.mark.parametrize("words", [None, "1\n4\n"])
def test_relief_runs_without_a_terminal(stand_in: Path, words: str | None) -> None:
    done = run("now", "--plain", home=stand_in, input=words, env={"EXTRA": "1"})
    args, env, on_terminal = json.loads(done.stdout)
    assert (args, on_terminal, done.returncode) == (["now", "--plain"], False, 3)
    assert (env["RELIEF_HOME"], env["EXTRA"]) == (str(stand_in), "1")
    assert done.stderr == (words or "")
