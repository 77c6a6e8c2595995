#!/bin/sh
# clean-next image/build-at-start -- starts nothing
npm ci
npm run build
