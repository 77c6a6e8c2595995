FROM ruby:3.4-alpine
# expect-next image/single-stage info {tool=build-base}
RUN apk add --no-cache build-base postgresql-dev
COPY . /app
CMD ["bundle", "exec", "puma"]
