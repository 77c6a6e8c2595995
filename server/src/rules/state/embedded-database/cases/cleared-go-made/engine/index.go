package engine

import bolt "go.etcd.io/bbolt"

// Nothing chooses whether this one is opened.
func openIndex(path string) (*bolt.DB, error) {
	// expect-next state/embedded-database error
	return bolt.Open(path, 0o600, nil)
}
