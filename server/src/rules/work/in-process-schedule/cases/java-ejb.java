package shop.task;

import javax.annotation.Resource;
import javax.ejb.Schedule;
import javax.ejb.Singleton;
import javax.ejb.TimerConfig;
import javax.ejb.TimerService;
import javax.ejb.Timeout;
import javax.persistence.EntityManager;

@Singleton
public class Timers {
    private EntityManager entityManager;
    private BookingService bookings;
    @Resource
    private TimerService timerService;

    // expect-next work/in-process-schedule error
    @Schedule(hour = "2", minute = "0", persistent = false)
    void remind() {
        entityManager.createQuery("update Booking b set b.reminders = b.reminders + 1").executeUpdate();
    }

    // expect-next work/in-process-schedule info -- the second one finds nothing left to delete
    @Schedule(hour = "2", minute = "0", persistent = false)
    void close() {
        entityManager.createQuery("delete from Booking b where b.expired = true").executeUpdate();
    }

    // expect-next work/in-process-schedule warning
    @Schedule(hour = "3")
    void remember() {
        entityManager.persist(new Object());
    }

    void start() {
        // expect-next work/in-process-schedule warning {job=book}
        timerService.createIntervalTimer(0, 3000, new TimerConfig(null, false));
        //           ^^^^^^^^^^^^^^^^^^^ -- where the timer starts
    }

    // clean-next work/in-process-schedule -- reported where the timer is made
    @Timeout
    void book() {
        bookings.createBooking();
    }
}
