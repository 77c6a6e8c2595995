package matchers

import (
	"os/exec"

	"github.com/onsi/gomega/gexec"
)

// Kept beside the product for the tests of several packages.
func Render(template string) (*gexec.Session, error) {
	// clean-next work/process-spawn -- a library for tests is imported
	return gexec.Start(exec.Command("ytt", "-f", template), nil, nil)
}
