"""The admin's own pages."""
