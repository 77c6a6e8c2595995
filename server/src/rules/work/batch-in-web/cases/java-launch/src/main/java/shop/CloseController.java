package shop;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CloseController {

    private JobLauncher jobLauncher;
    private Job closeDay;

    @PostMapping("/close")
    void close() throws Exception {
        // expect-next work/batch-in-web info {what=jobLauncher.run()}
        jobLauncher.run(closeDay, new JobParameters());
        //          ^^^
    }

    @PostMapping("/again")
    void again() throws Exception {
        // clean-next work/batch-in-web -- a related place of the first
        jobLauncher.run(closeDay, new JobParameters());
    }
}
