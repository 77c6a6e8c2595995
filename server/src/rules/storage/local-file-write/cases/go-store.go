package disk

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
)

// Shop keeps pictures under their names, gives them back and removes them.
type Shop struct{ folder string }

func (s *Shop) Put(name string, content io.ReadSeeker) error {
	// expect-next storage/local-file-write warning
	out, err := os.OpenFile(filepath.Join(s.folder, name), os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	defer out.Close()
	_, err = io.Copy(out, content)
	return err
}

func (s *Shop) Get(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(s.folder, name))
}

func (s *Shop) Delete(name string) error {
	return os.Remove(filepath.Join(s.folder, name))
}

// Settings are written by whoever runs the program; nothing is stored under names.
type Settings struct{ file string }

func (s *Settings) Save(name string, content []byte) error {
	// clean-next storage/local-file-write -- no store of what users send
	return os.WriteFile(s.file+name, content, 0o600)
}

// ThumbCache keeps what can be made again.
type ThumbCache struct{ folder string }

func (t *ThumbCache) Put(name string, content []byte) error {
	// clean-next storage/local-file-write -- copies that can be made again
	return os.WriteFile(filepath.Join(t.folder, name), content, 0o600)
}

func (t *ThumbCache) Get(name string) ([]byte, error) { return os.ReadFile(t.folder + name) }

func (t *ThumbCache) Remove(name string) error { return os.Remove(t.folder + name) }

func serve() error {
	return http.ListenAndServe(":8080", http.NewServeMux())
}
