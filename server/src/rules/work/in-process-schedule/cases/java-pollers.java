package shop.integration;

import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.core.MessageSource;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.jdbc.JdbcPollingChannelAdapter;
import org.springframework.integration.sftp.dsl.Sftp;

@Configuration
class Flows {
    private static final String UNSENT = "SELECT * FROM mail WHERE sent = false";

    @Bean
    MessageSource<Object> mails(DataSource dataSource) {
        // expect-next work/in-process-schedule error {job=mails, what=SELECT * FROM mail WHERE sent = false}
        JdbcPollingChannelAdapter adapter = new JdbcPollingChannelAdapter(dataSource, UNSENT);
        adapter.setUpdateSql("UPDATE mail SET sent = true WHERE id IN (:id)");
        return adapter;
    }

    @Bean
    MessageSource<Object> bills(DataSource dataSource) {
        // clean-next work/in-process-schedule -- another replica passes over the locked rows
        return new JdbcPollingChannelAdapter(dataSource, "SELECT * FROM bill WHERE sent = false FOR UPDATE SKIP LOCKED");
    }

    @Bean
    @ConditionalOnProperty("rates.polled")
    MessageSource<Object> rates(DataSource dataSource) {
        // expect-next work/in-process-schedule warning {setting=rates.polled}
        return new JdbcPollingChannelAdapter(dataSource, "SELECT * FROM rate");
    }

    @Bean
    IntegrationFlow stock(SessionFactory partner) {
        // expect-next work/in-process-schedule error {job=stock, what=/stock}
        return IntegrationFlow.from(Sftp.inboundAdapter(partner).remoteDirectory("/stock").localDirectory(new File("stock")), poll -> poll.poller(Pollers.fixedDelay(5000)))
            .handle("stockImport", "take").get();
    }

    @Bean
    IntegrationFlow returns(SessionFactory partner) {
        // expect-next work/in-process-schedule warning {job=returns}
        return IntegrationFlow.from(Sftp.inboundAdapter(partner).remoteDirectory("/returns").deleteRemoteFiles(true)).handle("returnImport", "take").get();
    }

    @Bean
    IntegrationFlow letters(SessionFactory partner) {
        // clean-next work/in-process-schedule -- polls in the replica that leads
        return IntegrationFlow.from(Sftp.inboundAdapter(partner).remoteDirectory("/letters"), poll -> poll.role("leader").autoStartup(false)).handle("letters", "take").get();
    }
}

class Routes extends RouteBuilder {
    @Override
    public void configure() {
        // expect-next work/in-process-schedule warning {job=closing}
        from("quartz://closing?cron=0+0+2+*+*+?").routeId("closing").to("bean:closing");
        // expect-next work/in-process-schedule error {what=select * from orders where state = 'new'}
        from("sql:select * from orders where state = 'new'?dataSource=#db").to("bean:orders");
        // expect-next work/in-process-schedule warning {job=Routes, what=sftp:shop@partner/in}
        from("sftp://shop@partner/in?delay=5000").to("bean:in");
        // clean-next work/in-process-schedule -- runs in the replica that leads
        from("master:shop:sftp://shop@partner/out").to("bean:out");
        // clean-next work/in-process-schedule -- what was seen is kept for all replicas
        from("sftp://shop@partner/lists?noop=true&idempotentRepository=#seen").to("bean:lists");
        // clean-next work/in-process-schedule -- the broker gives each message to one replica
        from("jms:queue:events").to("bean:events");
    }
}
