package shop.tasks;

import java.util.Collection;
import java.util.List;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class TaskJobs {
    private TaskRunner taskRunner;
    private OrderService orderService;
    private MailService mailService;
    private StringRedisTemplate redis;

    // clean-next work/in-process-schedule -- takes away from what another class keeps in this process: each replica looks after its own tasks
    @Scheduled(fixedDelay = 120000)
    void lookAfterTasks() {
        Collection<SubmittedTask> tasks = taskRunner.getSubmittedTasks();
        for (SubmittedTask task : tasks) {
            if (task.isOverdue()) task.sendAlert();
            if (task.isDone()) {
                tasks.remove(task);
            }
        }
    }

    // expect-next work/in-process-schedule
    @Scheduled(fixedDelay = 120000)
    void remind() {
        List<Order> orders = orderService.findOpen();
        for (Order order : orders) {
            mailService.sendReminderMail(order);
        }
    }

    // expect-next work/in-process-schedule -- looks for one among what was read, which any list allows
    @Scheduled(fixedDelay = 120000)
    void skipFirst() {
        List<Order> orders = orderService.findOpen();
        for (Order order : orders) {
            if (order.isUrgent()) {
                orders.remove(order);
                break;
            }
        }
        mailService.sendReminderMail(orders);
    }

    // clean-next work/in-process-schedule -- a record is given to one member of the group
    @Scheduled(fixedDelay = 1000)
    void consume() {
        List<MapRecord<String, Object, Object>> records = redis.opsForStream().read(Consumer.from("workers", "one"), StreamOffset.create("jobs", ReadOffset.lastConsumed()));
        for (MapRecord<String, Object, Object> each : records) {
            orderService.process(each.getValue());
        }
    }

    // expect-next work/in-process-schedule -- every reader without a group gets every record
    @Scheduled(fixedDelay = 1000)
    void follow() {
        List<MapRecord<String, Object, Object>> records = redis.opsForStream().read(StreamOffset.create("jobs", ReadOffset.latest()));
        for (MapRecord<String, Object, Object> each : records) {
            orderService.process(each.getValue());
        }
    }
}
