"""``dataclass(frozen=True, slots=True)`` that a start hardly pays for.

The one of the standard library writes and compiles six methods for every class, half a
millisecond each time; with some hundred values that would be a quarter of the time to the first
picture. Here all classes share the same few methods. Everything else is the standard library's:
``fields``, ``replace``, ``asdict``, ``__post_init__`` and pattern matching work as on any
dataclass.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool):
        """Make a class a frozen dataclass with slots: the only kind there is here."""
        if not (frozen and slots):
            raise TypeError("values are frozen and have slots")
        return _value


def _value(cls: type) -> type:
    own = dict(vars(cls))
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    if unusual := [each.name for each in dataclasses.fields(made) if not each.init or each.kw_only]:
        raise TypeError(f"{cls.__name__}: every field of a value is given by place: {unusual}")
    for name, method in _METHODS.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _init(self: Any, *args: Any, **kwargs: Any) -> None:
    cls = type(self)
    names: tuple[str, ...] = cls.__match_args__
    if len(args) > len(names):
        raise TypeError(f"{cls.__name__} takes {len(names)} values, {len(args)} were given")
    given = dict(zip(names, args, strict=False))
    if twice := given.keys() & kwargs.keys():
        raise TypeError(f"{cls.__name__} got {min(twice)!r} twice")
    given |= kwargs
    fields = cls.__dataclass_fields__
    for name in names:
        value = given.pop(name) if name in given else _default(cls, fields[name])
        object.__setattr__(self, name, value)
    if given:
        raise TypeError(f"{cls.__name__} has no field {min(given)!r}")
    if (look := getattr(cls, "__post_init__", None)) is not None:
        look(self)


def _default(cls: type, field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    raise TypeError(f"{cls.__name__} lacks {field.name!r}")


def _values(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in type(self).__match_args__])


def _eq(self: Any, other: object) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name in type(self).__match_args__)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _frozen(self: Any, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


def _getstate(self: Any) -> tuple[Any, ...]:
    return _values(self)


def _setstate(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(type(self).__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


_METHODS = {
    "__init__": _init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _frozen,
    "__delattr__": _frozen,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
