"""Which parties a text names, by name, by whose troops, and by pronoun."""
