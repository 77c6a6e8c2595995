FROM ruby:3.3
COPY . .
# clean-next image/many-processes -- one program of the file
CMD foreman start web
