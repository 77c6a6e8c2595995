# expect-next image/jdk-at-runtime info {image=mcr.microsoft.com/openjdk/jdk:17-ubuntu}
FROM mcr.microsoft.com/openjdk/jdk:17-ubuntu
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
