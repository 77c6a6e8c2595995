// Package tide knows the hours of high water.
package tide

var high = []int{2, 8, 14, 20}

// Next returns the first hour of high water from an hour on.
func Next(hour int) int {
	for _, each := range high {
		if each >= hour {
			return each
		}
	}
	return high[0] + 24
}
