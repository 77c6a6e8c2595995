package reports

import (
	"os"
	"path/filepath"
)

func read(name string) ([]byte, error) {
	// expect-next storage/hard-coded-path warning {path=/data/reports}
	return os.ReadFile(filepath.Join("/data/reports", name))
}

func letter() ([]byte, error) {
	// clean-next storage/hard-coded-path -- part of the image
	return os.ReadFile("/app/templates/letter.txt")
}

func local(name string) ([]byte, error) {
	// clean-next storage/hard-coded-path -- below the working directory
	return os.ReadFile(filepath.Join("reports", name))
}
