"""Bytes become keys, in pieces of any size, from a terminal and from a pipe."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.plain.keys import LONGEST_LINE, Decoder


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


@given(
    st.lists(
        st.sampled_from(["gone\n", "swap Leg press\n", "1\n", "\n", "4!\r\n", "\x1b[6~", "x"])
    ),
    st.lists(st.integers(0), max_size=4),
)
def test_where_more_is_there_already_no_line_is_taken_apart(
    typed: list[str], cuts: list[int]
) -> None:
    data = "".join(typed).encode()
    edges = sorted(cut % (len(data) + 1) for cut in cuts)
    pieces = [data[start:end] for start, end in pairwise([0, *edges, len(data)])]
    decoder, whole = Decoder(lines=True), Decoder(lines=True)
    decoder.named = whole.named = lambda line: line if line.startswith("swap") else None
    found = [key for piece in pieces[:-1] for key in decoder.feed(piece, more=True)]
    found += decoder.feed(pieces[-1])
    assert found + decoder.flush() == whole.feed(data) + whole.flush()


def test_the_beginning_of_a_line_whose_end_does_not_come_is_keys() -> None:
    decoder = Decoder(lines=True)
    assert decoder.feed(b"2\ngo", more=True) == ["2"]
    assert decoder.pending
    assert decoder.flush() == ["g", "o"]
    assert not decoder.pending
    assert decoder.feed(b"ne\n") == ["n", "e"]


def test_a_line_without_an_end_takes_no_more_room_than_a_long_one() -> None:
    decoder = Decoder(lines=True)
    for _ in range(40):
        assert decoder.feed(b"x" * 4096, more=True) == []
    assert len(decoder.flush()) == LONGEST_LINE


def test_what_may_go_on_waits() -> None:
    decoder = Decoder(lines=False)
    assert decoder.feed(b"\x1b[") == []
    assert decoder.pending
    assert decoder.feed(b"6~") == ["n"]
    assert not decoder.pending
