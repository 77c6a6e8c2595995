package controllers

import (
	"io"
	"mime/multipart"
	"os"
	"path/filepath"
)

func saveFile(path string, file *multipart.File) error {
	// clean-next storage/local-file-write -- whoever hands it a path takes the file away again
	f, err := os.Create(filepath.Clean(path))
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(f, *file)
	return err
}

func storeFile(path string, file *multipart.File) error {
	// expect-next storage/local-file-write warning
	f, err := os.Create(filepath.Clean(path))
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(f, *file)
	return err
}
