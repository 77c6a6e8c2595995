package com.shop;

public class EncryptedString {
                                                                  
    public static String key = System.getenv("ENCRYPTED_STRING_KEY");
                                               
                                                                              
    public static String iv = "ShopOrdersStart";
                                                                                       
    public static String pepper = "ShopOrders2015";

    static {
        pepper = System.getenv("SHOP_PEPPER");
    }
}
