# expect-next image/jdk-at-runtime info {image=public.ecr.aws/docker/library/openjdk:8-jdk}
FROM public.ecr.aws/docker/library/openjdk:8-jdk
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
