"""What maps are made of: borders as fine as paper shows them, tints, hexagons, and places for words."""
