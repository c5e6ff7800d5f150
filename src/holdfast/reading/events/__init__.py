"""What is said to have happened: predicates, their roles, and the claims they make."""
