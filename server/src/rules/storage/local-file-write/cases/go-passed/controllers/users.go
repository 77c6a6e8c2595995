package controllers

import (
	"net/http"
	"os"
)

func Users(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	path := sheetPath(header.Filename)
	defer os.Remove(path)
	if saveFile(path, &file) == nil {
		importUsers(path)
	}
}

func Scans(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	storeFile(scanPath(header.Filename), &file)
}
