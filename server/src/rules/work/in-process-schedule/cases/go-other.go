package menu

import (
	"example.kr/shop/menus"
	_ "github.com/robfig/cron/v3"
)

func entries(bar *menus.Bar, list []func()) {
	for _, each := range list {
		bar.Add(each)
	}
	// clean-next work/in-process-schedule -- a menu that runs what is clicked
	menus.Default().Do(sendInvoices)
}
