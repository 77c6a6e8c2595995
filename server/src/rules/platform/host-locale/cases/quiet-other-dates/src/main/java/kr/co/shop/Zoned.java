package kr.co.shop;

import java.time.LocalDate;
import java.time.ZoneId;

class Zoned {
    boolean over(LocalDate end) {
        // clean-next platform/host-locale -- names its zone
        return end.isBefore(LocalDate.now(ZoneId.of("Asia/Seoul")));
    }
}
