# syntax=docker/dockerfile:1

# Build. Go 1.26: go.mod asks for 1.22 or newer, and 1.22 is no longer supported.
FROM golang:1.26-bookworm AS build
WORKDIR /src
# github.com/mattn/go-sqlite3 is compiled from C, so the program needs the C library it is built with.
ENV CGO_ENABLED=1

# Dependencies first: this layer is reused until go.mod changes.
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod \
    go mod download

COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -trimpath -ldflags="-s -w" -o /out/app/server .

# Run: the Debian that the compiler comes with, for its C library.
FROM debian:bookworm-slim
WORKDIR /app

# Certificates and time zones are not part of this variant.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates=20230311* tzdata=202* \
    && rm -rf /var/lib/apt/lists/*

# An account without rights.
RUN groupadd --system --gid 10001 app \
    && useradd --system --uid 10001 --gid 10001 --home-dir /app --no-create-home --shell /usr/sbin/nologin app

ENV PORT=9090

COPY --from=build /out/ /

# A number, so that Kubernetes can verify runAsNonRoot.
USER 10001:10001

# The port that main.go names.
EXPOSE 9090

ENTRYPOINT ["/app/server"]
