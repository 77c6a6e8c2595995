# syntax=docker/dockerfile:1

# Assets for browsers. Node.js 24: a release with long-term support; package.json names none.
FROM node:24-bookworm AS assets
WORKDIR /app
COPY web/package.json web/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY web/ .
RUN npm run build

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
# The front end that the program holds.
COPY --from=assets /app/dist/ /src/web/dist/
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -trimpath -ldflags="-s -w" -o /out/app/server .

# Run: certificates, time zones and an account, but no shell and no distribution.
FROM gcr.io/distroless/static-debian12:nonroot
WORKDIR /app

COPY --from=build /out/ /

# A number, so that Kubernetes can verify runAsNonRoot.
USER 65532:65532

# The port that main.go names.
EXPOSE 8080

ENTRYPOINT ["/app/server"]
