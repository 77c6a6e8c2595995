package kr.co.shop;

import java.text.SimpleDateFormat;
import java.util.Date;

class Today {
    String key() {
        SimpleDateFormat format = new SimpleDateFormat("yyyyMMdd");
        // expect-next platform/host-locale info 
        return format.format(new Date());
    }
}
