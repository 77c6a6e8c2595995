#!/bin/sh
# clean-next image/fixed-heap -- no image takes it in
CATALINA_OPTS="-Xmx1g"
