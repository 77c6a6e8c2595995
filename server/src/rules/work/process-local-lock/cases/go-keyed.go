package tokens

import (
	"context"
	"net/http"
	"sync"
)

type Keeper struct {
	kv    Store
	locks map[string]*sync.Mutex
	loads map[string]*sync.Mutex
	cache map[string]string
}

func (k *Keeper) Obtain(ctx context.Context, key string) (string, error) {
	if _, ok := k.locks[key]; !ok {
		k.locks[key] = &sync.Mutex{}
	}
	// expect-next work/process-local-lock warning {field=locks} {type=Keeper}
	k.locks[key].Lock()
	defer k.locks[key].Unlock()
	token, err := refresh(ctx, key)
	if err != nil {
		return "", err
	}
	return token, k.kv.Set(ctx, key, token)
}

func (k *Keeper) Load(ctx context.Context, key string) string {
	mu := k.loads[key]
	// clean-next work/process-local-lock -- keeps this process from asking twice
	mu.Lock()
	defer mu.Unlock()
	if found, ok := k.cache[key]; ok {
		return found
	}
	k.cache[key] = fetch(ctx, key)
	return k.cache[key]
}

var accounts sync.Map

func Charge(db Store, id string, amount int) error {
	mu, _ := accounts.LoadOrStore(id, &sync.Mutex{})
	// expect-next work/process-local-lock warning {field=accounts} {type=tokens}
	mu.(*sync.Mutex).Lock()
	defer mu.(*sync.Mutex).Unlock()
	return db.UpdateBalance(id, amount)
}

func main() {
	http.ListenAndServe(":8080", nil)
}
