package shop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
public class IdConfig {
    private Environment env;
    @Value("${shop.payment.worker-id}")
    private long paymentWorker;
    @Value("${shop.retries}")
    private long retries;

    @Bean
    public IdWorker orderIds() {
        // expect-next state/in-memory-sequence warning {setting=shop.workerId}
        return new IdWorker(Long.valueOf(env.getProperty("shop.workerId")));
    }

    @Bean
    public SnowflakeIdGenerator paymentIds() {
        // expect-next state/in-memory-sequence info {setting=shop.payment.worker-id} -- nothing here fixes it
        return new SnowflakeIdGenerator(paymentWorker, 1L);
    }

    @Bean
    public SnowflakeIdGenerator shipmentIds() {
        // clean-next state/in-memory-sequence -- the environment tells the number
        return new SnowflakeIdGenerator(Long.parseLong(System.getenv("WORKER_ID")), 1L);
    }

    @Bean
    public IdGenerator couponIds() {
        // clean-next state/in-memory-sequence -- no number of a worker
        return new IdGenerator(retries);
    }
}
