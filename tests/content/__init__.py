"""The shipped assets, and what is said of broken ones."""
