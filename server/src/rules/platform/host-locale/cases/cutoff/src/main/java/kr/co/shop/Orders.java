package kr.co.shop;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Calendar;

class Orders {
    boolean sameDay(LocalTime close) {
        // expect-next platform/host-locale info {via=LocalTime.now(), count=3}
        LocalTime now = LocalTime.now();
        return now.isBefore(close);
    }

    boolean open() {
        return LocalDateTime.now().getHour() < 18;
    }

    boolean night(Calendar calendar) {
        return calendar.get(Calendar.HOUR_OF_DAY) >= 22;
    }

    LocalTime stamp() {
        return LocalTime.now();
    }
}
