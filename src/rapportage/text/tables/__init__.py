"""Tables as a layout asks for them."""
