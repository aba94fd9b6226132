"""Values are the dataclasses they look like: frozen, with slots, compared field by field."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import ClassVar

import pytest

from relief_tui.coach.value import dataclass


@dataclass(frozen=True, slots=True)
class Base:
    kind: ClassVar[str] = "base"
    name: str


@dataclass(frozen=True, slots=True)
class Value(Base):
    kind: ClassVar[str] = "value"
    size: int = 3
    parts: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Other(Base):
    size: int = 3
    parts: tuple[str, ...] = ()


def test_it_is_made_by_place_and_by_name() -> None:
    assert Value("a", 5) == Value(name="a", size=5, parts=())
    assert Value("a") != Value("b")
    another: Base = Other("a")
    assert another != Value("a")
    assert len({Value("a"), Value("a"), Value("b")}) == 2
    assert repr(Value("a")) == "Value(name='a', size=3, parts=())"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Value(), "Value lacks 'name'"),  # type: ignore[call-arg]
        (lambda: Value("a", 1, (), 2), "Value takes 3 values, 4 were given"),  # type: ignore[call-arg]
        (lambda: Value("a", name="b"), "Value got 'name' twice"),  # type: ignore[misc]
        (lambda: Value("a", colour=1), "Value has no field 'colour'"),  # type: ignore[call-arg]
    ],
)
def test_what_is_wrong_is_said(make: Callable[[], Value], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        make()


def test_it_cannot_be_changed() -> None:
    value = Value("a")
    with pytest.raises(FrozenInstanceError):
        value.size = 4  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del value.size
    assert not hasattr(value, "__dict__")


def test_the_tools_of_dataclasses_work_on_it() -> None:
    assert [each.name for each in fields(Value)] == ["name", "size", "parts"]
    assert replace(Value("a"), size=9) == Value("a", 9)
    assert asdict(Value("a")) == {"name": "a", "size": 3, "parts": ()}
    match Value("a", 7):
        case Value(name, size, parts=()):
            assert (name, size) == ("a", 7)
    assert copy.copy(Value("a")) == pickle.loads(pickle.dumps(Value("a"))) == Value("a")


@dataclass(frozen=True, slots=True)
class Positive:
    size: int = 1

    def __post_init__(self) -> None:
        if self.size < 1:
            raise ValueError("too small")


def test_a_value_looks_at_itself_however_it_was_made() -> None:
    assert Positive(2).size == 2
    with pytest.raises(ValueError, match="too small"):
        Positive(0)
    with pytest.raises(ValueError, match="too small"):
        replace(Positive(), size=0)


def test_only_the_one_kind_is_made() -> None:
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=False, slots=True)


def test_what_would_be_ignored_is_refused() -> None:
    with pytest.raises(TypeError, match="by place"):

        @dataclass(frozen=True, slots=True)
        class Made:
            size: int = field(init=False, default=3)
