#!/bin/sh
# clean-next image/build-at-start -- no script of an image
npm ci
exec true
