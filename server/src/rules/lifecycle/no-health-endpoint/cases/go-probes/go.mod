module example.kr/shop

go 1.22
