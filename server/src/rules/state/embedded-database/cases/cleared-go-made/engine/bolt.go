package engine

import bolt "go.etcd.io/bbolt"

func NewBoltStore(path string) (*bolt.DB, error) {
	// expect-next state/embedded-database warning
	return bolt.Open(path, 0o600, nil)
}
