FROM ruby:3.3
COPY . .
# expect-next image/many-processes warning {supervisor=foreman}
CMD bundle exec foreman start -f Procfile
