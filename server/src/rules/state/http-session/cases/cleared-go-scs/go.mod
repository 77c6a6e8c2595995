module example.kr/shop

go 1.22

require (
	github.com/alexedwards/scs/v2 v2.8.0
)
