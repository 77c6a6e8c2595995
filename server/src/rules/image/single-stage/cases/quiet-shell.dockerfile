# clean-next image/single-stage -- waits for people who build in it
FROM maven:3.9-eclipse-temurin-17
WORKDIR /work
CMD ["bash"]
