"""`python -m rapportage`."""

from rapportage.cli import main

main()
