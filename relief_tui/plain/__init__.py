"""The same coach as lines of text: for pipes, ssh, screen readers and simple terminals."""

from relief_tui.plain.face import PlainFace

__all__ = ["PlainFace"]
