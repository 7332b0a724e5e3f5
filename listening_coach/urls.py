"""Where everything is."""

from __future__ import annotations

from allauth.mfa.totp.views import activate_totp
from csp.decorators import csp_update
from django.contrib import admin
from django.urls import include, path

# The page that shows the code to scan as a picture inside its own text; no other page may.
activate_with_picture = csp_update({"img-src": "data:"})(activate_totp)

handler400 = "practice.views.refused.bad_request"

urlpatterns = [
    path("", include("practice.urls")),
    path("accounts/2fa/totp/activate/", activate_with_picture, name="mfa_activate_totp"),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("admin/", admin.site.urls),
]
