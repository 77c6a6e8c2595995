package main

import (
	"log"
	"os"

	"github.com/gin-gonic/gin"
)

func router() *gin.Engine {
	return gin.Default()
}

func main() {
	r := router()
	// expect-next lifecycle/no-graceful-shutdown warning
	if err := r.Run(":" + os.Getenv("PORT")); err != nil {
		log.Fatal(err)
	}
}
