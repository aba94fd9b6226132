"""Bytes become keys, in pieces of any size, from a terminal and from a pipe."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.plain.keys import Decoder


def _keys(data: bytes, *, lines: bool, cuts: tuple[int, ...] = ()) -> list[str]:
    decoder = Decoder(lines=lines)
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    pieces = [data[start:end] for start, end in pairwise(edges)]
    found = [key for piece in pieces for key in decoder.feed(piece)]
    return found + decoder.flush()


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("1n!", ["1", "n", "!"]),
        (" \r\n", ["space", "enter", "enter"]),
        ("&é\"'à", ["1", "2", "3", "4", "0"]),
        ("\x1b[6~\x1b[5~", ["n", "p"]),
        ("\x1bOP\x1b[11~\x1b[[A", ["?", "?", "?"]),
        ("\x1bOQ\x1b[12~\x1b[[B", ["c", "c", "c"]),
        ("\x1b", ["escape"]),
        ("\x1b4", ["escape", "4"]),
        ("\x03", ["ctrl+c"]),
        ("=+-", ["+", "+", "-"]),
    ],
)
def test_a_terminal_sends_keys(typed: str, keys: list[str]) -> None:
    assert _keys(typed.encode(), lines=False) == keys


@pytest.mark.parametrize("sequence", ["[A", "OD", "[1;5C", "[3~", "[<0;12;7M", "[15~", "[[E"])
def test_other_sequences_are_one_key_that_means_nothing(sequence: str) -> None:
    keys = _keys(f"\x1b{sequence}4".encode(), lines=False)
    assert keys == [f"\x1b{sequence}", "4"]


@pytest.mark.parametrize(
    ("piped", "keys"),
    [
        ("1", ["1"]),
        ("1\n2\r\n", ["1", "2"]),
        ("\n", ["enter"]),
        ("n\n\n", ["n", "enter"]),
        (" \n", ["space"]),
        ("\r\n", ["enter"]),
        ("4!", ["4", "!"]),
        ("gone\nEasing\r\n same \nworse\n", ["1", "2", "3", "4"]),
        ("go on\nstop\nquit\n", ["go on", "x", "q"]),
        ("so\n", ["s", "o"]),
        ("1gone\n", list("1gone")),
        ("à\n", ["0"]),
    ],
)
def test_a_pipe_sends_keys_or_lines(piped: str, keys: list[str]) -> None:
    assert _keys(piped.encode(), lines=True) == keys


def test_a_word_whose_line_has_not_ended_is_keys() -> None:
    assert _keys(b"same", lines=True) == list("same")


@given(st.binary(max_size=60), st.tuples(st.integers(0), st.integers(0)))
def test_a_terminal_may_send_keys_in_pieces(data: bytes, cuts: tuple[int, int]) -> None:
    whole = _keys(data, lines=False)
    assert _keys(data, lines=False, cuts=cuts) == whole
    assert "" not in whole


@given(
    st.lists(st.sampled_from([" ", "1", "!", "é", "\n", "\n", "\r\n", "\x1b[6~"])), st.integers(0)
)
def test_a_pipe_may_send_keys_in_pieces(typed: list[str], cut: int) -> None:
    data = "".join(typed).encode()
    assert _keys(data, lines=True, cuts=(cut,)) == _keys(data, lines=True)


def test_what_may_go_on_waits() -> None:
    decoder = Decoder(lines=False)
    assert decoder.feed(b"\x1b[") == []
    assert decoder.pending
    assert decoder.feed(b"6~") == ["n"]
    assert not decoder.pending
