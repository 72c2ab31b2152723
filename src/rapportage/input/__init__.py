"""What the user gives: files, what is in them, and the project that they make together."""
