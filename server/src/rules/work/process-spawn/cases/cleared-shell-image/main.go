package main

import (
	"context"
	"net/http"
	"os/exec"
)

func follow(ctx context.Context, path string) error {
	// clean-next work/process-spawn -- every image with a shell has it
	if err := exec.CommandContext(ctx, "tail", "-f", path).Start(); err != nil {
		return err
	}
	// expect-next work/process-spawn warning {tool=journalctl}
	return exec.CommandContext(ctx, "journalctl", "-f").Start()
}

func main() {
	go follow(context.Background(), "/var/log/audit.log")
	http.ListenAndServe(":8080", nil)
}
