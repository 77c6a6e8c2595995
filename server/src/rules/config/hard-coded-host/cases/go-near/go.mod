module example.kr/near

go 1.22
