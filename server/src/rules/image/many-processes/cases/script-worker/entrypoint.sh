#!/bin/sh
# expect-next image/many-processes warning
bundle exec sidekiq -C config/sidekiq.yml &
exec bundle exec puma
