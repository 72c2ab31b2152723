"""Checks of the HTML edition with real parts: a browser, the rules of axe, and the Nu HTML checker."""
