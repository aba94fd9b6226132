"""A workout: sets that wait for a key, rests that count by themselves, reminders that are due."""

from relief_tui.coach.workout.plan import Workout

__all__ = ["Workout"]
