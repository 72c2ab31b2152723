"""What a user can do with a figure: the filters and functions of the text language."""
