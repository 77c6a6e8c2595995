package kr.co.dongne.shop.task;

import kr.co.dongne.shop.service.OrderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 미입금 주문 정리. 매일 새벽 2시에 돈다. */
@Component
public class OrderExpireTask {

    private static final Logger log = LoggerFactory.getLogger(OrderExpireTask.class);

    @Autowired
    private OrderService orderService;

    @Scheduled(cron = "0 0 2 * * *")
    public void expireUnpaidOrders() {
        int count = orderService.expireUnpaidOrders();
        log.info("미입금 주문 {}건을 취소했습니다.", count);
    }
}
