package com.shop;

public class EncryptedString {
    // expect-next config/hard-coded-credential warning {name=key}
    public static String key = "ShopOrders2014";
    //                         ^^^^^^^^^^^^^^^^
    // clean-next config/hard-coded-credential -- nothing takes it as a secret
    public static String iv = "ShopOrdersStart";
    // clean-next config/hard-coded-credential -- the environment gives it at the start
    public static String pepper = "ShopOrders2015";

    static {
        pepper = System.getenv("SHOP_PEPPER");
    }
}
