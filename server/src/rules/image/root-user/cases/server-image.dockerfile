# The server comes with its own CMD, so the image name is what starts as root.
# expect-next image/root-user warning {image=tomcat:9.0-jre8-temurin}
FROM tomcat:9.0-jre8-temurin
#    ^^^^^^^^^^^^^^^^^^^^^^^
COPY target/shop.war /usr/local/tomcat/webapps/ROOT.war
