package shop.point;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Books the points of the day. */
@DisallowConcurrentExecution
public class PointSummaryJob extends QuartzJobBean {
    @Autowired
    private JdbcTemplate jdbc;

    @Override
    protected void executeInternal(JobExecutionContext context) {
        jdbc.update("insert into point_summary (member, total) select member, sum(amount) from point group by member");
    }
}
