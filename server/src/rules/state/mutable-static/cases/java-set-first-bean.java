package shop.sessions;

import java.util.Date;
import java.util.List;
import javax.ejb.EJB;
import javax.ejb.Singleton;

@Singleton
public class DaySessions {
    @EJB
    BillFacade bills;

    // clean-next state/mutable-static -- set before it is looked at, and a bean's fields are reached by nobody else
    List<Bill> ofDay;
    // expect-next state/mutable-static warning {field=open} -- what one request has loaded, the next one is answered with
    List<Bill> open;

    public List<Bill> on(Date day) {
        ofDay = bills.findByDate(day);
        return ofDay;
    }

    public List<Bill> open() {
        if (open == null) {
            open = bills.findOpen();
        }
        return open;
    }

    public void opened(Bill bill) {
        open = null;
        bills.create(bill);
    }
}

interface BillFacade {
    List<Bill> findByDate(Date day);

    List<Bill> findOpen();

    void create(Bill bill);
}
