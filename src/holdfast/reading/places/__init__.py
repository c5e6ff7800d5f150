"""Which places a text names: finding the names and choosing what they mean."""
