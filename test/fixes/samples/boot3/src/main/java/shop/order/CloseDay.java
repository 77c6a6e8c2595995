package shop.order;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class CloseDay {

    @Bean
    Step archive(JobRepository jobs, PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        return new StepBuilder("archive", jobs).tasklet((contribution, context) -> {
            jdbc.update("update purchase set state = 'ARCHIVED' where state = 'PAID'");
            return RepeatStatus.FINISHED;
        }, transactions).build();
    }

    @Bean
    Job closeDayJob(JobRepository jobs, Step archive) {
        return new JobBuilder("closeDay", jobs).start(archive).build();
    }
}
