"""The blocks of a layout, as the user writes them."""
