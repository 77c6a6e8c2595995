package main

import "flag"

// clean-next state/mutable-static -- a program for the terminal
var seen = map[string]bool{}

func visit(name string) { seen[name] = true }

func main() {
	flag.Parse()
	visit(flag.Arg(0))
}
