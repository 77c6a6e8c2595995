FROM tomcat:10.1-jre17-temurin
# expect-next image/fixed-heap info {where=CATALINA_OPTS}
ENV CATALINA_OPTS="-Xmx1024m -XX:+UseG1GC"
COPY shop.war /usr/local/tomcat/webapps/ROOT.war
