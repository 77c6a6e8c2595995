package orders

import (
	"sync/atomic"

	"github.com/bwmarrin/snowflake"
)

var lastOrderNo int64
var requestID int64

func next() int64 {
	// expect-next state/in-memory-sequence warning {field=lastOrderNo}
	return atomic.AddInt64(&lastOrderNo, 1)
}

func trace() int64 {
	// clean-next state/in-memory-sequence -- tells requests of this process apart
	return atomic.AddInt64(&requestID, 1)
}

func ids(number int64) (*snowflake.Node, error) {
	// expect-next state/in-memory-sequence error {numbers=1}
	if _, err := snowflake.NewNode(1); err != nil {
		return nil, err
	}
	// clean-next state/in-memory-sequence -- the caller names it
	return snowflake.NewNode(number)
}
