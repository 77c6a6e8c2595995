FROM golang:1.26 AS build
COPY . .
RUN go build -o /shop ./cmd/shop
# expect-next image/floating-tag info -- there are no versions to choose from
FROM gcr.io/distroless/static
COPY --from=build /shop /shop
USER 65532:65532
ENTRYPOINT ["/shop"]
