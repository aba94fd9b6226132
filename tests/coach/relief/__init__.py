"""What the ladder does with time and with answers, to the second."""
