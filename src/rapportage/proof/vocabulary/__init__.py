"""What the checks look for in the texts of a report: patterns as data, one frozen value per language."""
