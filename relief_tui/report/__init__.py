"""Values → tables, text and JSON for the shell."""
