"""Checks of `rapportage preview` in a real browser, with a real server."""
