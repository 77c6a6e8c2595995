# syntax=docker/dockerfile:1

# Build. Python 3.12: pyproject.toml allows >=3.11,<3.13.
# This variant has the compilers and headers for packages without a wheel.
FROM python:3.12-bookworm AS build
WORKDIR /app
ENV PATH=/opt/venv/bin:$PATH \
    VIRTUAL_ENV=/opt/venv \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PDM_CHECK_UPDATE=false
RUN python -m venv /opt/venv

# Dependencies first: this layer is reused until their list changes.
COPY pyproject.toml pdm.lock ./
RUN --mount=type=cache,target=/root/.cache/pip \
    python -m venv /opt/pdm \
    && /opt/pdm/bin/pip install pdm==2.22.4 \
    && /opt/pdm/bin/pdm sync --prod --no-self

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

CMD ["uvicorn", "--host", "0.0.0.0", "--port", "8000", "app:app"]
