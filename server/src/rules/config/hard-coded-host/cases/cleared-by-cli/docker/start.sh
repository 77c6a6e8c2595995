#!/bin/sh
cat > /tmp/sources.cli <<END
data-source add --jndi-name=java:/ShopDS --name=ShopDS --connection-url=jdbc:postgresql://${DB_HOST}:5432/shop --user-name=${DB_USER} --password=${DB_PASSWORD}
data-source add --jndi-name=java:/MailDS --name=MailDS --connection-url=jdbc:postgresql://10.1.2.4:5432/mail
END
exec /opt/jboss/bin/standalone.sh
