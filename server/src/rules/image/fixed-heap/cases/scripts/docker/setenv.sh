#!/bin/sh
# clean-next image/fixed-heap -- a comment: -Xmx2g
echo "was -Xmx2g before"
# expect-next image/fixed-heap info {where=CATALINA_OPTS}
export CATALINA_OPTS="$CATALINA_OPTS -Xms1g -Xmx1g"
#                                           ^^^^^^
