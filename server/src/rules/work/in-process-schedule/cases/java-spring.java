package shop.task;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class Tasks {
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private OrderService orderService;
    private CouponMapper couponMapper;
    private JavaMailSender mailSender;
    private RedissonClient redisson;
    private ClusterView cluster;
    private Exchange exchange;

    // expect-next work/in-process-schedule warning {job=expire (cron = 0 0 2 * * *), what=orderService.expireUnpaidOrders()}
    @Scheduled(cron = "0 0 2 * * *")
//   ^^^^^^^^^ -- the annotation's name
    public void expire() {
        orderService.expireUnpaidOrders();
    }

    // expect-next work/in-process-schedule error {what=mailSender.send()}
    @Scheduled(fixedDelay = 60000)
    public void mail() {
        remind();
    }

    private void remind() {
        mailSender.send(null);
    }

    // expect-next work/in-process-schedule info {what=couponMapper.selectAll()}
    @Scheduled(fixedRate = 300000)
    public void reload() {
        codes.putAll(couponMapper.selectAll());
    }

    // expect-next work/in-process-schedule info {what=couponMapper.selectAll()}
    @Scheduled(fixedRate = 300000)
    public void listCoupons() {
        System.out.println(couponMapper.selectAll());
    }

    // expect-next work/in-process-schedule warning
    @Scheduled(fixedRateString = "${shop.exchange.interval}")
    public void exchange() {
        exchange.round();
    }

    // expect-next work/in-process-schedule warning {setting=shop.settlement.enabled}
    @Scheduled(cron = "0 30 1 * * *")
    @ConditionalOnProperty(prefix = "shop.settlement", name = "enabled")
    public void settle() {
        couponMapper.insertSettlement();
    }

    // clean-next work/in-process-schedule -- stays inside the process
    @Scheduled(fixedRate = 1000)
    public void forget() {
        codes.clear();
    }

    // clean-next work/in-process-schedule -- a lock that all replicas share
    @Scheduled(cron = "0 0 3 * * *")
    public void locked() {
        RLock lock = redisson.getLock("close");
        if (lock.tryLock()) orderService.closeDay();
    }

    // expect-next work/in-process-schedule info {what=cluster.isLeader()}
    @Scheduled(cron = "0 0 4 * * *")
    public void guarded() {
        if (!cluster.isLeader()) return;
        orderService.closeMonth();
    }

    // clean-next work/in-process-schedule -- every replica says that it is alive; whoever is in charge is chosen by that
    @Scheduled(fixedDelay = 60000)
    public void heartbeat() {
        memberRepository.save(new Member(id, now()));
        if (!cluster.isLeader() && memberRepository.findLeader() == null) cluster.promote(id);
    }

    // clean-next work/in-process-schedule -- switched off
    @Scheduled(cron = "-")
    public void off() {
        orderService.closeYear();
    }

    // expect-next work/in-process-schedule warning {setting=shop.sitemap.cron}
    @Scheduled(cron = "${shop.sitemap.cron:-}")
    public void sitemap() {
        orderService.writeSitemap();
    }

    // expect-next work/in-process-schedule warning {setting=shop.index.cron}
    @Scheduled(cron = "${shop.index.cron:-}")
    public void index() {
        SearchIndex.rebuild();
    }

    // clean-next work/in-process-schedule -- only at a developer's desk
    @Scheduled(fixedRate = 1000)
    @Profile("dev")
    public void sample() {
        orderService.createSample();
    }
}
