package prices

import (
	"net/http"
	"time"

	"github.com/go-pkgz/lcw/v2"
)

type desk struct {
	prices lcw.LoadingCache[string]
	shared lcw.LoadingCache[string]
}

func newDesk(bus any) *desk {
	o := lcw.NewOpts[string]()
	d := &desk{}
	// expect-next state/in-process-cache warning
	d.prices, _ = lcw.NewExpirableCache(o.TTL(2 * time.Hour))
	// clean-next state/in-process-cache -- removals are told to the other replicas
	d.shared, _ = lcw.NewLruCache(o.MaxKeys(10), o.EventBus(bus))
	return d
}

func (d *desk) show(w http.ResponseWriter, r *http.Request) {}

func serve(d *desk) error {
	http.HandleFunc("/", d.show)
	return http.ListenAndServe(":8080", nil)
}
