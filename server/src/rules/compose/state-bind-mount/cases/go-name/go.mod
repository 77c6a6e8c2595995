module github.com/bookshop/shop/v2

go 1.26
