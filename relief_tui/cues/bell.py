"""The terminal bell, at the moments when eyes may be on the foot."""

from __future__ import annotations

RINGS = frozenset({"go", "let go", "check", "attention", "thirsty"})
"""A bell has one tone: it marks only the changes that ask the body to do something else."""
