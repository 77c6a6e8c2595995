package shop.task;

import javax.annotation.PostConstruct;
import org.apache.commons.lang3.StringUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class Switches {
    @Value("${shop.batch.host}")
    private String batchHost;
    @Value("${shop.partner.store:}")
    private String partnerStore;
    @Value("${shop.region:seoul}")
    private String region;
    @Autowired
    private Environment env;
    private String role;
    private OrderMapper orderMapper;
    private String last = "none";

    @PostConstruct
    void init() {
        role = env.getProperty("shop.role");
    }

    private boolean isBatchHost() {
        return "Y".equalsIgnoreCase(batchHost);
    }

    // expect-next work/in-process-schedule warning {setting=shop.batch.host}
    @Scheduled(cron = "0 0 1 * * *")
    public void close() {
        if (isBatchHost()) {
            orderMapper.insertClosing();
        }
    }

    // expect-next work/in-process-schedule warning {setting=shop.role}
    @Scheduled(cron = "0 0 2 * * *")
    public void bill() {
        if (!"worker".equals(role.trim())) {
            log.debug("no worker");
            return;
        }
        orderMapper.insertBills();
    }

    // expect-next work/in-process-schedule error {what=orderMapper.insertRates()} -- what it asks is no setting
    @Scheduled(cron = "0 0 3 * * *")
    public void collect() {
        if ("none".equals(last)) {
            return;
        }
        orderMapper.insertRates();
    }

    // expect-next work/in-process-schedule error {what=orderMapper.insertStock()} -- only the word in the log depends on the setting
    @Scheduled(cron = "0 0 4 * * *")
    public void count() {
        if (isBatchHost()) {
            log.info("batch host");
        }
        orderMapper.insertStock();
    }

    // expect-next work/in-process-schedule warning {setting=shop.partner.store} -- the copy that is renewed afterwards is the process's own
    @Scheduled(cron = "0 0 5 * * *")
    public void take() {
        if (!StringUtils.isBlank(partnerStore)) {
            orderMapper.insertPartners();
        }
        Lists.renew("partners");
    }

    // expect-next work/in-process-schedule error {setting=} -- the setting decides a part of the work only
    @Scheduled(cron = "0 0 6 * * *")
    public void total() {
        if (!StringUtils.isBlank(partnerStore)) {
            orderMapper.insertPartners();
        }
        orderMapper.insertTotals();
    }

    // expect-next work/in-process-schedule error {what=orderMapper.insertRegions()} -- filled where nothing is set
    @Scheduled(cron = "0 0 7 * * *")
    public void regions() {
        if (!StringUtils.isBlank(region)) {
            orderMapper.insertRegions();
        }
    }
}
