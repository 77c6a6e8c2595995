MESSAGE = {
    # clean-next config/hard-coded-host -- only shown, until somebody says which page it is
    "watch_url": "https://SHOP-PLACE-HOLDER/",
    # expect-next config/hard-coded-host warning
    "stock_url": "http://stock-server/items",
}
