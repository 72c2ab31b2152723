"""The figures of all periods as observations, with their status, precision, vintage and source."""
