"""What is heard, by which way, and what happens when a way does not work."""
