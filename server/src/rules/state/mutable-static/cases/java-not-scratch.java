package shop.effort;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
class Rates {
    // expect-next state/mutable-static warning {field=rates} -- emptied and filled again, and read by others afterwards
    private final Map<String, Rate> rates = new HashMap<>();
    // expect-next state/mutable-static error {field=bookings} -- one operation empties it, another one fills it
    private final Map<String, Booking> bookings = new HashMap<>();
    private final RateDao rateDao;

    Rates(RateDao rateDao) {
        this.rateDao = rateDao;
    }

    public void reload() {
        rates.clear();
        for (Rate rate : rateDao.findAll()) {
            rates.put(rate.name(), rate);
        }
    }

    public Rate rate(String name) {
        return rates.get(name);
    }

    public void book(String user, Booking booking) {
        bookings.put(user, booking);
    }

    public void closeDay() {
        bookings.clear();
    }

    public Booking bookingOf(String user) {
        return bookings.get(user);
    }
}
