"""Journeys in a real pseudo-terminal: what a person presses, sees, hears and gets back."""
