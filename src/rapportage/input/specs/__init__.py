"""The files of the user as validated, typed values, each with its place."""
