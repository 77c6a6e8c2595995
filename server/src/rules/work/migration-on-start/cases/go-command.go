package main

import (
	"github.com/pressly/goose/v3"
	"github.com/spf13/cobra"
)

var command = &cobra.Command{
	Use: "migrate",
	RunE: func(cmd *cobra.Command, args []string) error {
		// clean-next work/migration-on-start -- a command that somebody runs
		return goose.Up(open(), "migrations")
	},
}
