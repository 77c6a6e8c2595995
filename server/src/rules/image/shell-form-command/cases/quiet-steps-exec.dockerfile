FROM eclipse-temurin:17-jre
# clean-next image/shell-form-command -- the program takes the place of the shell, or there is none
CMD ./prepare.sh && exec node server.js
