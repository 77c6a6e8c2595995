package board;

import java.io.File;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Throws away attachments that no posting names. */
public class CleanupJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
        File[] files = new File("/home/board/upload/orphans").listFiles();
        if (files == null) {
            return;
        }
        for (File file : files) {
            file.delete();
        }
    }
}
