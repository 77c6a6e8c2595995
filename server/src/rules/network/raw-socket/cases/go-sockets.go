package main

import (
	"net"
	"net/http"
)

func device() error {
	// expect-next network/raw-socket warning {port=5023}
	listener, err := net.Listen("tcp", ":5023")
	if err != nil {
		return err
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		go serve(conn)
	}
}

func syslog() error {
	// expect-next network/raw-socket warning {port=5140}
	conn, err := net.ListenPacket("udp", ":5140")
	if err != nil {
		return err
	}
	_, _, err = conn.ReadFrom(make([]byte, 1500))
	return err
}

func web(handler http.Handler) error {
	// clean-next network/raw-socket -- HTTP
	ln, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return http.Serve(ln, handler)
}

func local() error {
	// clean-next network/raw-socket -- the machine itself
	control, err := net.Listen("tcp", "127.0.0.1:9000")
	if err != nil {
		return err
	}
	_, err = control.Accept()
	return err
}
