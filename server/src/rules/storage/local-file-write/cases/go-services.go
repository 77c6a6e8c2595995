package files

import (
	"context"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
)

type Service struct {
	dir string
}

type CreateDocumentRequest struct {
	Name    string
	Content []byte
}

func (s *Service) Store(ctx context.Context, part *multipart.FileHeader) error {
	in, err := part.Open()
	if err != nil {
		return err
	}
	// expect-next storage/local-file-write warning
	out, err := os.Create(filepath.Join(s.dir, part.Filename))
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return err
}

func (s *Service) CreateDocument(ctx context.Context, request *CreateDocumentRequest) error {
	// expect-next storage/local-file-write warning
	return os.WriteFile(filepath.Join(s.dir, request.Name), request.Content, 0o644)
}

func (s *Service) CreateThumbnail(ctx context.Context, request *CreateDocumentRequest) error {
	// clean-next storage/local-file-write -- made again when it is missing
	return os.WriteFile(filepath.Join(s.dir, "thumbnails", request.Name), request.Content, 0o644)
}

func (s *Service) Convert(ctx context.Context, request *CreateDocumentRequest) error {
	path := filepath.Join(s.dir, request.Name)
	defer os.Remove(path)
	// clean-next storage/local-file-write -- gone with the request
	return os.WriteFile(path, request.Content, 0o644)
}

func main() {
	http.ListenAndServe(":8080", nil)
}
