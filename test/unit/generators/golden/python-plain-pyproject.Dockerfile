# syntax=docker/dockerfile:1

# Build. Python 3.12: pyproject.toml allows >=3.11,<3.13.
# This variant has the compilers and headers for packages without a wheel.
FROM python:3.12-bookworm AS build
WORKDIR /app
ENV PATH=/opt/venv/bin:$PATH \
    VIRTUAL_ENV=/opt/venv \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    UV_PROJECT_ENVIRONMENT=/opt/venv \
    UV_LINK_MODE=copy \
    UV_PYTHON_DOWNLOADS=never
RUN python -m venv /opt/venv

# Dependencies first: this layer is reused until pyproject.toml changes.
# TODO: commit a lock file; without one every build may install other versions.
# The dependencies name no server for production: uvicorn==0.34.3 is added here. Better list it with the others.
COPY pyproject.toml ./
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=cache,target=/root/.cache/uv \
    python -m venv /opt/uv \
    && /opt/uv/bin/pip install uv==0.8.24 \
    && /opt/uv/bin/uv pip install --python /opt/venv/bin/python -r pyproject.toml \
    && pip install uvicorn==0.34.3

COPY . .

# Run: the same Debian without compilers.
FROM python:3.12-slim-bookworm
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

CMD ["uvicorn", "--host", "0.0.0.0", "--port", "8000", "main:app"]
