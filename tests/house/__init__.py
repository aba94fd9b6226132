"""House rules: what must hold for the project as a whole, whatever it does."""
