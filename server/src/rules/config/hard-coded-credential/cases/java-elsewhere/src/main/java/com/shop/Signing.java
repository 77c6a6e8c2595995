package com.shop;

public interface Signing {
    // expect-next config/hard-coded-credential warning {name=TICKET_SIGN}
    String TICKET_SIGN = "orders-of-the-shop";
    // clean-next config/hard-coded-credential -- the name of a setting
    String SETTING = "shop.signing.secret";
    // expect-next config/hard-coded-credential info {name=MAIL_SIGN}
    String MAIL_SIGN = "changeme";
}
