package main

import "github.com/gin-gonic/gin"

func routes(r *gin.Engine) {
	r.GET("/ping", func(c *gin.Context) { c.String(200, "pong") })
}
