# clean-next image/root-user -- compiles and starts nothing
FROM golang:1.25
COPY . .
RUN go build -o /out ./...
