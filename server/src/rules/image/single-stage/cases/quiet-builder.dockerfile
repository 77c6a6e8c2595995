# clean-next image/single-stage -- starts nothing
FROM golang:1.26
RUN go install example.com/tools/lint@v1
