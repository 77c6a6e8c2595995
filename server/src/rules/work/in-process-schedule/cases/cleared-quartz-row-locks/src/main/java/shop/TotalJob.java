package shop;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

public class TotalJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
        System.out.println(context.getFireTime());
    }
}
