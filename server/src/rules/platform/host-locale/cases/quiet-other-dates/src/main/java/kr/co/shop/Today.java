package kr.co.shop;

import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

class Today {
    String cell(Date date) {
        // clean-next platform/host-locale -- writes a date that was given
        return new SimpleDateFormat("yyyyMMdd").format(date);
    }

    String stamp() {
        // clean-next platform/host-locale -- a time stamp, not a date that decides
        return new SimpleDateFormat("yyyyMMddHHmmss").format(new Date());
    }
}
