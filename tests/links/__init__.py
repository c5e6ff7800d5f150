"""Which reports are copies, and which statement each claim goes back to."""
