package shop.bot;

import javax.annotation.PostConstruct;
import javax.ejb.Singleton;
import javax.enterprise.event.Observes;
import shop.util.CircularBuffer;
import shop.util.EventRing;
import shop.util.Registry;
import shop.util.RecentHistory;

@Singleton
class BotService {
    // expect-next state/mutable-static warning {field=log}
    private CircularBuffer<String> log;

    // expect-next state/mutable-static error {field=bookings} -- about users; what the log beside it is about, nothing says
    private final EventRing<Booking> bookings = new EventRing<>(100);

    // expect-next state/mutable-static warning {field=visited}
    private RecentHistory<String> visited = new RecentHistory<>(20);

    // clean-next state/mutable-static -- the parts of the program itself
    private final Registry<BookingListener> listeners = new Registry<>();

    // clean-next state/mutable-static -- a collaborator, whose own fields tell what it keeps
    private final BookingRegistry registry = new BookingRegistry();

    @PostConstruct
    void start() {
        log = new CircularBuffer<String>(50);
        log.add("started");
    }

    void booked(@Observes Booking booking) {
        log.add(booking.name());
        bookings.offer(booking);
        registry.add(booking);
    }

    void visit(String page) {
        visited.push(page);
    }

    void listen(BookingListener listener) {
        listeners.add(listener);
    }

    Iterable<String> lines() {
        return log.contents();
    }
}
