package shop.task;

import javax.ejb.Schedule;
import javax.ejb.Singleton;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;

@Singleton
public class Deliveries {

    private EntityManager em;

    // expect-next work/in-process-schedule warning
    @Schedule(hour = "*", persistent = false)
    public void deliver() {
        em.persist(claim(1));
    }

    private Object claim(long id) {
        return em.find(Object.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
