"""Block letters and digits: the shapes a person reads from the floor, as pixels of half a cell."""
