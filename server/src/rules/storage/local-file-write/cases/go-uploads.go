package main

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

func avatar(c *gin.Context) {
	file, _ := c.FormFile("avatar")
	// expect-next storage/local-file-write error
	c.SaveUploadedFile(file, "uploads/"+file.Filename)
}

func report(w http.ResponseWriter, r *http.Request) {
	// expect-next storage/local-file-write warning
	os.WriteFile("data/report.txt", []byte("ok"), 0o600)
	temporary, _ := os.CreateTemp("", "x")
	defer temporary.Close()
	// clean-next storage/local-file-write -- reads only
	os.Open("data/report.txt")
}

func export() {
	// clean-next storage/local-file-write -- no request
	os.Create("export.csv")
}
