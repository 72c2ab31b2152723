"""Inputs that nobody would write on purpose: mutated projects, random reports and killed builds (`make fuzz N=500`)."""
