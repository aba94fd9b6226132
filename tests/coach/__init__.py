"""The engine and the ladder, on no clock but the test's own."""
