"""Every word that a reader of a report sees or hears: one frozen value per language, and the one now spoken."""
