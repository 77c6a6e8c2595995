package shop;

import java.util.List;
import javax.ejb.EJB;
import javax.ejb.Schedule;
import javax.ejb.Stateless;

@Stateless
public class JobBean {

    @EJB
    private JobTableService jobs;

    // expect-next work/in-process-schedule warning -- runs what the table names
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void tick() {
        for (Job job : jobs.fetchActive()) {
            if (job.isDue()) run(job);
        }
    }

    private void run(Job job) {
        try {
            Object bean = job.getBean();
            bean.getClass().getMethod(job.getMethod()).invoke(bean);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    // expect-next work/in-process-schedule info -- only reads: the way to its own method says nothing of other work
    @Schedule(hour = "*", minute = "5", persistent = false)
    public void count() throws ReflectiveOperationException {
        List<Job> active = jobs.fetchActive();
        getClass().getMethod("show", int.class).invoke(this, active.size());
    }
}
