"""How the site meets Django and allauth: middleware, sign-in, checks, what runs out."""
