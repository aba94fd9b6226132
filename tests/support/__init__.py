"""What the tests lean on: nothing in here asserts anything about Relief itself."""
