"""Scenarios as their authors write, check and exchange them. No Django, no database."""
