package shop.remote;

import org.springframework.context.annotation.Bean;
import org.springframework.remoting.httpinvoker.HttpInvokerServiceExporter;
import org.springframework.remoting.rmi.RmiServiceExporter;

public class RemotingConfig {
    @Bean
    RmiServiceExporter stock(Stock stock) {
        // expect-next network/remote-object warning {name=RmiServiceExporter}
        RmiServiceExporter exporter = new RmiServiceExporter();
        exporter.setService(stock);
        return exporter;
    }

    @Bean
    HttpInvokerServiceExporter http() {
        // clean-next network/remote-object -- plain HTTP, which a Service spreads
        return new HttpInvokerServiceExporter();
    }
}
