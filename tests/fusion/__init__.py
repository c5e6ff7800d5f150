"""Claims made by hand, and what is believed of their places."""
