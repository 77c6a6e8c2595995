package mail

import (
	"net/http"
	"net/smtp"
)

type Letter struct {
	To   string
	Text string
}

var letters = make(chan Letter, 100)

var results = make(chan bool, 10)

func init() {
	go func() {
		for letter := range letters {
			deliver(letter)
		}
	}()
}

func deliver(letter Letter) error {
	return smtp.SendMail("", nil, "", []string{letter.To}, []byte(letter.Text))
}

func Later(letter Letter) {
	// expect-next state/in-memory-queue warning {field=letters, type=mail}
	letters <- letter
	// clean-next state/in-memory-queue -- a signal, no work
	results <- true
}

type Callback func() error

type Calls struct {
	queue chan Callback
}

func NewCalls() *Calls {
	c := &Calls{queue: make(chan Callback, 50)}
	go c.run()
	return c
}

func (c *Calls) run() {
	for {
		select {
		case f := <-c.queue:
			f()
		}
	}
}

func (c *Calls) Add(f Callback) {
	// expect-next state/in-memory-queue warning {field=queue, type=Calls}
	c.queue <- f
}

func all(list []Letter) {
	parts := make(chan Letter, 10)
	go func() {
		for letter := range parts {
			deliver(letter)
		}
	}()
	for _, letter := range list {
		// clean-next state/in-memory-queue -- the function that fills it waits for it
		parts <- letter
	}
	close(parts)
}

type Numbers struct {
	in chan Letter
}

func NewNumbers() *Numbers {
	n := &Numbers{in: make(chan Letter, 100)}
	go func() {
		for letter := range n.in {
			println(letter.To)
		}
	}()
	return n
}

func (n *Numbers) Show(letter Letter) {
	// clean-next state/in-memory-queue -- only shown
	n.in <- letter
}

func main() {
	http.ListenAndServe(":8080", nil)
}
