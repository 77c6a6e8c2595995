package mails

import (
	"net/http"

	mail "github.com/go-mail/mail"
)

type message struct{ body *mail.Message }

type pool struct {
	waiting chan *message
	marks   chan *message
}

func newPool() *pool {
	return &pool{waiting: make(chan *message, 30), marks: make(chan *message, 30)}
}

// A second maker of the same queue is told with the first.
func newSmallPool() *pool {
	return &pool{waiting: make(chan *message, 3), marks: make(chan *message, 3)}
}

func (p *pool) send(m *mail.Message) {
	// expect-next state/in-memory-queue warning
	p.waiting <- &message{body: m}
	// clean-next state/in-memory-queue -- nothing leaves the process
	p.marks <- &message{body: m}
}

func (p *pool) work(s mail.SendCloser) {
	for {
		select {
		case m := <-p.waiting:
			_ = mail.Send(s, m.body)
		case m := <-p.marks:
			println(m.body)
		}
	}
}

func serve() error {
	return http.ListenAndServe(":8080", http.NewServeMux())
}
