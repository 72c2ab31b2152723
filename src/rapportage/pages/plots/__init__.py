"""What matplotlib draws, as a drawing of ours; imported only when such a chart is made."""
