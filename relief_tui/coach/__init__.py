"""The pure core: time goes in, events come out. Standard library only, no clocks, no I/O."""
