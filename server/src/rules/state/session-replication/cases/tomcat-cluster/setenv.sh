#!/bin/sh
# expect-next state/session-replication warning {server=Tomcat, via=jvmRoute}
CATALINA_OPTS="$CATALINA_OPTS -DjvmRoute=worker1 -Xmx1g"
# clean-next state/session-replication -- commented out
# CATALINA_OPTS="$CATALINA_OPTS -DjvmRoute=worker2"
