# The site in production mode; compose.yaml shows it with a PostgreSQL beside it.
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS packages
RUN python -m venv /opt/venv
COPY requirements.txt /
RUN /opt/venv/bin/pip install --no-cache-dir --only-binary :all: --require-hashes -r /requirements.txt


FROM python:${PYTHON}-slim
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
COPY --from=packages /opt/venv /opt/venv
WORKDIR /site
COPY . .
# The files are collected here, so that the image can run read-only. The key lives for this one
# command and is in no layer.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    ALLOWED_HOSTS=localhost \
    python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q listening_coach practice \
    && useradd --system --no-create-home coach
USER coach

EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/healthz/', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0].lstrip('.')}))"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", \
     "--workers", "2", "--blocking-threads", "2", "--no-access-log", \
     "listening_coach.wsgi:application"]
