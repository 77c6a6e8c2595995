module example.kr/shop

go 1.22

require (
	github.com/alexedwards/scs/goredisstore v0.0.0-20250212122300-421ef1d8611c
	github.com/redis/go-redis/v9 v9.7.0
	github.com/alexedwards/scs/v2 v2.8.0
)
