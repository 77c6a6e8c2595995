module example.kr/jobs

go 1.22

require github.com/go-co-op/gocron/v2 v2.16.0
