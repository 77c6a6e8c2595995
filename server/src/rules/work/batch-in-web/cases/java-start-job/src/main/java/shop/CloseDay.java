package shop;

import org.springframework.batch.core.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CloseDay {

    @Bean
    // expect-next work/batch-in-web info
    Job closeDayJob() {
        return null;
    }
}
