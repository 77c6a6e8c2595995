// Package web holds the pages, which become part of the program.
package web

import "embed"

// Files are the pages.
//
//go:embed index.html
var Files embed.FS
