package mailer

import (
	"crypto/x509"
	"io"
	"net/http"
	"os/exec"
	"sync"
)

// Sender is code, not data.
type Sender interface {
	Name() string
	Push(text string) error
}

type Account struct{ Name string }

type Manager struct {
	mu sync.Mutex
	// clean-next state/mutable-static -- what the program is made of
	senders map[string]Sender
	// clean-next state/mutable-static -- fetched from others, so that no replica changes it
	certs map[string]*x509.Certificate
	// clean-next state/mutable-static -- an answer for the key that is never taken back
	links map[string]string
	// expect-next state/mutable-static warning {name=drafts}
	drafts map[string]string
	// clean-next state/mutable-static -- told with the one above
	names map[string]string
	store interface{ CreateLink(url string) (string, error) }
}

// Names that can be taken back: what another replica takes back stays here.
type Names struct {
	mu sync.Mutex
	// expect-next state/mutable-static warning {name=names}
	names map[string]string
	store interface{ Find(id string) (string, error) }
}

// Made for one user, for as long as the request takes.
type Files struct {
	user *Account
	User
	owner *User
	mu    sync.Mutex
	// clean-next state/mutable-static -- goes with the user's request
	views map[string]string
}

type User struct{ ID string }

func (f *Files) View(path string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.views[path] = path
	return f.views[path]
}

func (m *Manager) AddSender(s Sender) {
	m.senders[s.Name()] = s
}

func (m *Manager) cert(url string) (*x509.Certificate, error) {
	if c, ok := m.certs[url]; ok {
		return c, nil
	}
	answer, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	cert, err := x509.ParseCertificate(body)
	if err == nil {
		m.mu.Lock()
		m.certs[url] = cert
		m.mu.Unlock()
	}
	return cert, err
}

func (m *Manager) link(url string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if id, ok := m.links[url]; ok {
		return id
	}
	id, err := m.store.CreateLink(url)
	if err != nil {
		return url
	}
	m.links[url] = id
	return id
}

func (m *Manager) keep(user, text string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.drafts[user] = text
	m.names[user] = text
}

func (n *Names) Of(id string) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	if name, ok := n.names[id]; ok {
		return name
	}
	name, err := n.store.Find(id)
	if err != nil {
		return ""
	}
	n.names[id] = name
	return name
}

func (n *Names) Forget(id string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	delete(n.names, id)
}

func serve() error {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {})
	return http.ListenAndServe(":8080", nil)
}

var binMu sync.RWMutex

// clean-next state/mutable-static -- where programs lie in the image
var binPaths = make(map[string]string)

func findBin(name string) string {
	binMu.Lock()
	defer binMu.Unlock()
	if path, ok := binPaths[name]; ok {
		return path
	}
	path := ""
	if found, err := exec.LookPath(name); err == nil {
		path = found
	}
	binPaths[name] = path
	return path
}
