package shop.order;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives back what was reserved by orders that nobody paid. */
@Component
public class ExpiryJob {
    private final JdbcTemplate jdbc;

    public ExpiryJob(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Seoul")
    public void expire() {
        jdbc.update("update purchase set state = 'EXPIRED' where state = 'OPEN' and due < current_timestamp");
    }
}
