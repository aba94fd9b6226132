"""Widgets render a value and post a message. They know no screen and no app."""
