module example.com/follow

go 1.25
