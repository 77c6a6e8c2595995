# expect-next config/hard-coded-credential warning {name=SECRET_KEY}
SECRET_KEY = "^7y!)$0k3pq2+65%&_#@i^_o)wb3^q--y_$n7a_=t$%$1i)zrt"
# clean-next config/hard-coded-credential -- a call
API_KEY = "key(order1.id2)"
