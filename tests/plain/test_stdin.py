"""Keys from a real descriptor: waiting, the end of input, signals."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from math import inf
from threading import Thread, Timer
from typing import BinaryIO

import pytest

from relief_tui.plain.reader import ThreadReader, console_keys
from relief_tui.plain.signals import Signalled, Signals
from relief_tui.plain.stdin import StdinKeys

SOON_S = 0.05


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[BinaryIO]:
    """What is written here comes from standard input, which is a pipe."""
    read, write = os.pipe()
    with ExitStack() as stack:
        monkeypatch.setattr(sys, "stdin", stack.enter_context(os.fdopen(read)))
        yield stack.enter_context(os.fdopen(write, "wb", buffering=0))


def test_keys_come_one_by_one(typed: BinaryIO) -> None:
    typed.write(b"12")
    with StdinKeys() as keys:
        assert [keys.key(None), keys.key(0.0)] == ["1", "2"]
        assert not keys.ended


def test_the_time_may_be_up_first(typed: BinaryIO) -> None:
    with StdinKeys() as keys:
        assert [keys.key(0.0), keys.key(SOON_S)] == [None, None]
        typed.write(b"1")
        assert keys.key(0.0) == "1"


def test_a_lone_escape_is_a_key_once_nothing_has_followed(typed: BinaryIO) -> None:
    typed.write(b"\x1b")
    with StdinKeys() as keys:
        assert keys.key(None) == "escape"


def test_a_line_end_that_is_no_key_does_not_end_a_wait(typed: BinaryIO) -> None:
    typed.write(b"1")
    with StdinKeys() as keys:
        assert keys.key(None) == "1"
        typed.write(b"\n")
        Timer(SOON_S, typed.write, (b"2",)).start()
        assert keys.key(None) == "2"


@pytest.mark.parametrize("length", [500, 4091, 5_000, 200_000])
def test_a_line_is_a_line_however_long_it_is(typed: BinaryIO, length: int) -> None:
    writer = Thread(target=typed.write, args=(b"swap " + b"x" * length + b"\n2",))
    with StdinKeys() as keys:
        keys.name_lines(lambda line: "swapped" if line.startswith("swap ") else None)
        writer.start()
        assert [keys.key(None), keys.key(None)] == ["swapped", "2"]
    writer.join()


def test_no_line_of_many_is_taken_apart(typed: BinaryIO) -> None:
    typed.write(b"gone\n" * 3000)
    with StdinKeys() as keys:
        assert {keys.key(None) for _ in range(3000)} == {"1"}


def test_the_end_of_input_is_told_at_once_and_then_waited_through(typed: BinaryIO) -> None:
    typed.write(b"1")
    typed.close()
    with StdinKeys() as keys:
        assert (keys.key(None), keys.ended) == ("1", False)
        assert (keys.key(60.0), keys.ended) == (None, True)
        assert keys.key(SOON_S) is None
        assert keys.key(None) is None


def test_a_descriptor_that_cannot_be_read_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with open(os.devnull, "w") as stdin:  # noqa: PTH123 - no path is meant
        monkeypatch.setattr(sys, "stdin", stdin)
        with StdinKeys() as keys:
            assert (keys.key(60.0), keys.ended) == (None, True)


def test_without_standard_input_it_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with StdinKeys() as keys:
        assert keys.ended
        assert keys.key(SOON_S) is None


@pytest.mark.usefixtures("typed")
def test_an_interruption_is_a_key() -> None:
    with StdinKeys() as keys:
        signal.raise_signal(signal.SIGINT)
        assert keys.key(None) == "ctrl+c"


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_a_wait(number: signal.Signals) -> None:
    with StdinKeys() as keys:
        Timer(SOON_S, os.kill, (os.getpid(), number)).start()
        with pytest.raises(Signalled) as told:
            keys.key(None)
    assert told.value.number == number


def test_signals_are_as_before_afterwards() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with Signals() as signals:
        assert signal.getsignal(signal.SIGINT) not in before
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
    assert signals.fd is None
    assert signal.set_wakeup_fd(-1) == -1


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Signals() as signals:
            signal.raise_signal(signal.SIGHUP)
            assert not signals.interrupted()
    finally:
        signal.signal(signal.SIGHUP, before)


def test_another_thread_reads_where_nothing_can_be_waited_for() -> None:
    reader = ThreadReader(iter([b"1", b"23"]))
    assert [reader.read(inf) for _ in range(3)] == [b"1", b"23", b""]
    assert reader.read(0.0) is None


def test_a_windows_console_names_some_keys_in_two() -> None:
    pressed = iter("1\xe0Q\x00;\xe0\xe0Kà")
    waiting = iter([True, True, False, True, False])
    keys = console_keys(lambda: next(pressed), lambda: next(waiting))
    found = [next(keys) for _ in range(5)]
    assert found == [b"1", b"\x1b[6~", b"\x1bOP", "à".encode(), "à".encode()]
