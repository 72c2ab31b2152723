"""Charts as a layout asks for them."""
