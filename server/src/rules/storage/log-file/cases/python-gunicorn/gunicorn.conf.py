import os

bind = "0.0.0.0:" + os.environ.get("PORT", "8000")
# expect-next storage/log-file warning {file=/var/log/shop/access.log}
accesslog = "/var/log/shop/access.log"
# clean-next storage/log-file -- told with the first one of the file
errorlog = "/var/log/shop/error.log"
# clean-next storage/log-file -- how much, not where
loglevel = "info"
