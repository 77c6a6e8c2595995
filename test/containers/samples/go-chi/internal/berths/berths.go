// Package berths knows where ships lie.
package berths

import "fmt"

// Describe names a berth.
func Describe(id string) string {
	return fmt.Sprintf("berth %s", id)
}
