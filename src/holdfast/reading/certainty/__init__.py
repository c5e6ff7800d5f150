"""How sure a text makes an event, and whether it denies it."""
