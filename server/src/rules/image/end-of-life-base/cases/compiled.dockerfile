# expect-next image/end-of-life-base warning {product=Go 1.21, date=2024-08-13}
FROM golang:1.21-bullseye AS build
RUN go build -o /shop ./cmd/shop

# expect-next image/end-of-life-base warning {product=Debian 11, date=2026-08-31}
FROM gcr.io/distroless/base-debian11
COPY --from=build /shop /shop
ENTRYPOINT ["/shop"]
