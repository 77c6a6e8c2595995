package tide

import "testing"

func TestNext(t *testing.T) {
	for hour, wanted := range map[int]int{0: 2, 2: 2, 3: 8, 21: 26} {
		if got := Next(hour); got != wanted {
			t.Errorf("Next(%d) is %d, not %d", hour, got, wanted)
		}
	}
}
