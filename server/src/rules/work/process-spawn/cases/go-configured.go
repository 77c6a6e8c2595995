package media

import (
	"context"
	"os/exec"
)

type settings interface {
	FFMpegPath(ctx context.Context) string
	Command() string
}

func thumb(ctx context.Context, s settings, file string) error {
	// expect-next work/process-spawn {tool=ffmpeg}
	return exec.CommandContext(ctx, s.FFMpegPath(ctx), "-i", file).Run()
}

func custom(ctx context.Context, s settings, file string) error {
	// clean-next work/process-spawn -- the setting alone says which program
	return exec.CommandContext(ctx, s.Command(), file).Run()
}
