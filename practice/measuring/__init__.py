"""Coding whole files, and how far the rules and trained people agree. No Django, no database."""
