module example.kr/search

go 1.23
