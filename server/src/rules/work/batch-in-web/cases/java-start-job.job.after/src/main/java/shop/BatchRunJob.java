package shop;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the process when it was started with app.job=batch: Spring Batch has run its jobs by then. */
@Component
@Order
@ConditionalOnProperty(name = "app.job", havingValue = "batch")
class BatchRunJob implements ApplicationRunner {

    private final ApplicationContext context;

    BatchRunJob(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        System.exit(SpringApplication.exit(context));
    }
}
