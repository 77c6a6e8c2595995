package convert

import (
	"context"
	"os/exec"
)

func thumbnail(ctx context.Context, in string, command []string) error {
	// clean-next work/process-spawn -- the user names the command
	_ = exec.Command(command[0]).Run()
	// expect-next work/process-spawn warning {tool=ffmpeg}
	return exec.CommandContext(ctx, "ffmpeg", "-i", in).Run()
}
