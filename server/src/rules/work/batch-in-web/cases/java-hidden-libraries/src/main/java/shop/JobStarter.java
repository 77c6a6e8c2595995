package shop;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.stereotype.Component;

@Component
class JobStarter {

    private JobLauncher jobLauncher;

    void start(Job job) throws Exception {
        // expect-next work/batch-in-web info
        jobLauncher.run(job, new JobParameters());
    }
}
