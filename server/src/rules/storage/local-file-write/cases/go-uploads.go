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

func photo(c *gin.Context) {
	file, _ := c.FormFile("photo")
	path := cfg.Folder + file.Filename
	// expect-next storage/local-file-write warning -- only what is refused is taken away
	c.SaveUploadedFile(file, path)
	if isOffensive(path) {
		os.Remove(path)
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusCreated)
}

func convert(c *gin.Context) {
	file, _ := c.FormFile("photo")
	path := cfg.Folder + file.Filename
	// clean-next storage/local-file-write -- used and taken away
	if err := c.SaveUploadedFile(file, path); err != nil {
		os.Remove(path)
		return
	}
	send(c, path)
	if err := os.Remove(path); err != nil {
		c.Error(err)
	}
}
