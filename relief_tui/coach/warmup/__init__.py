"""A routine that coaches itself: a warm-up, a stretch, a set-up check."""

from relief_tui.coach.warmup.plan import Warmup

__all__ = ["Warmup"]
