package shop.orders;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs {@link OrderTask#expire()} once and ends the process, when started with app.job=order-task-expire. */
@Component
@Order
@ConditionalOnProperty(name = "app.job", havingValue = "order-task-expire")
class OrderTaskExpireJob implements ApplicationRunner {

    private final OrderTask job;
    private final ApplicationContext context;

    OrderTaskExpireJob(OrderTask job, ApplicationContext context) {
        this.job = job;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        job.expire();
        System.exit(SpringApplication.exit(context));
    }
}
