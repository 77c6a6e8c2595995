package shop.claims;

import javax.persistence.EntityManager;
import javax.persistence.Query;

class ClaimNumbers {
    private EntityManager entityManager;
    private long highest;

    // expect-next work/process-local-lock warning {read=SELECT MAX}
    public synchronized String nextNumber(int year) {
        return "C-" + year + "-" + nextOf(year);
    }

    private int nextOf(int year) {
        return currentOf(year) + 1;
    }

    private int currentOf(int year) {
        Query query = entityManager.createNativeQuery("select max(number) from claim where year = :year");
        query.setParameter("year", year);
        return ((Number) query.getSingleResult()).intValue();
    }

    // clean-next work/process-local-lock -- looks, and gives no next number out
    public synchronized int current(int year) {
        return currentOf(year);
    }

    // clean-next work/process-local-lock -- counts rows
    public synchronized int pages(int year) {
        Query query = entityManager.createQuery("select count(c) from Claim c where c.year = :year");
        return ((Number) query.getSingleResult()).intValue() / 20 + 1;
    }

    // clean-next work/process-local-lock -- the database counts
    public synchronized long nextFromSequence() {
        return ((Number) entityManager.createNativeQuery("select nextval('claim_number')").getSingleResult()).longValue() + 1;
    }
}
