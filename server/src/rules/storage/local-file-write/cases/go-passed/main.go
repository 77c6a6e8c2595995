package main

import (
	"net/http"

	"example.com/shop/controllers"
)

func main() {
	http.HandleFunc("/users", controllers.Users)
	http.HandleFunc("/scans", controllers.Scans)
	http.ListenAndServe(":8080", nil)
}
