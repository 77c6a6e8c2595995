package shop;

import org.springframework.scheduling.annotation.Scheduled;

class Tasks {
    private Leadership leadership;
    private OrderMapper orderMapper;

    // clean-next work/in-process-schedule -- asks the elected leader
    @Scheduled(cron = "0 0 2 * * *")
    void expire() {
        if (!leadership.isLeader()) return;
        orderMapper.deleteExpired();
    }

    // expect-next work/in-process-schedule error
    @Scheduled(cron = "0 0 3 * * *")
    void close() {
        orderMapper.updateClosed();
    }
}
