"""The preview: a report in the browser that follows every save, with the place of all that it shows."""
