"""The Django project: its settings, its URLs and the door for a web server."""
