package main

import "github.com/gin-gonic/gin"

func main() {
	r := gin.Default()
	routes(r)
	// clean-next lifecycle/no-health-endpoint -- /ping answers
	r.Run()
}
