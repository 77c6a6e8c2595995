# expect-next image/single-stage warning {image=golang:1.26}
FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o shop ./cmd/shop
CMD ["./shop"]
