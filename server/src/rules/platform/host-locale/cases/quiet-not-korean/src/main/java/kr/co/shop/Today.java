package kr.co.shop;

import java.text.SimpleDateFormat;
import java.util.Date;

class Today {
    String key() {
        SimpleDateFormat format = new SimpleDateFormat("yyyyMMdd");
        // clean-next platform/host-locale -- nothing tells that users expect another zone
        return format.format(new Date());
    }
}
