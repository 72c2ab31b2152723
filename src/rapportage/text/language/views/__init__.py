"""What the names in an expression mean: series, figures, rows, periods, and their parts."""
