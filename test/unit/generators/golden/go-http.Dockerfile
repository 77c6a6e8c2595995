# syntax=docker/dockerfile:1

# Build. Go 1.26: go.mod asks for 1.22 or newer, and 1.22 is no longer supported.
FROM golang:1.26-bookworm AS build
WORKDIR /src
# All of it is Go: without C the program needs no library of a distribution.
ENV CGO_ENABLED=0

# Dependencies first: this layer is reused until go.mod changes.
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod \
    go mod download

COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -trimpath -ldflags="-s -w" -o /out/app/server .

# Run: certificates, time zones and an account, but no shell and no distribution.
FROM gcr.io/distroless/static-debian12:nonroot
WORKDIR /app

ENV PORT=9090

COPY --from=build /out/ /

# A number, so that Kubernetes can verify runAsNonRoot.
USER 65532:65532

# The port that main.go names.
EXPOSE 9090

ENTRYPOINT ["/app/server"]
