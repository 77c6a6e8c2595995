# clean-next image/jdk-at-runtime -- the tag does not say
FROM tomcat:9.0
COPY . /srv
WORKDIR /srv
CMD ["catalina.sh", "run"]
