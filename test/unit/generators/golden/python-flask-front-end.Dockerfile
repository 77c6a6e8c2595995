# syntax=docker/dockerfile:1

# Assets for browsers. Node.js 24: a release with long-term support; package.json names none.
FROM node:24-bookworm AS assets
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
RUN npm run build \
    && find . -name node_modules -type d -prune -exec rm -rf '{}' +

# Build. Python 3.13: .python-version names it.
# This variant has the compilers and headers for packages without a wheel.
FROM python:3.13-bookworm AS build
WORKDIR /app
ENV PATH=/opt/venv/bin:$PATH \
    VIRTUAL_ENV=/opt/venv \
    PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv

# Dependencies first: this layer is reused until their list changes.
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt

# The sources with what the stage above built for browsers.
COPY --from=assets /app/ ./

# Run: the same Debian without compilers.
FROM python:3.13-slim-bookworm
WORKDIR /app

# An account without rights.
RUN groupadd --system --gid 10001 app \
    && useradd --system --uid 10001 --gid 10001 --home-dir /app --no-create-home --shell /usr/sbin/nologin app

ENV LANG=C.UTF-8

# Output is not held back, so that the last lines before an end are in the log.
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1

COPY --from=build /opt/venv/ /opt/venv/
COPY --from=build /app/ ./

# A number, so that Kubernetes can verify runAsNonRoot.
USER 10001:10001

# The port that the command below listens on.
EXPOSE 8000

CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--workers", "1", "--threads", "8", "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-", "shop:app"]
