FROM java:8-jre
COPY shop.jar /
# expect-next image/fixed-heap info -- no fix: this Java knows no shares
CMD ["java", "-Xmx200m", "-jar", "/shop.jar"]
