package com.shop.device;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

public class Scanner {
    SecretKeySpec key() {
        // clean-next config/hard-coded-credential -- bytes that count up are fixed by the protocol of the device
        return new SecretKeySpec(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"), "AES");
    }
}
