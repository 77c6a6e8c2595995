package kr.co.shop;

import java.nio.charset.StandardCharsets;

class Message {
    byte[] utf8(String text) {
        // clean-next platform/host-locale -- nothing depends on the host
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] key(String text) {
        // clean-next platform/host-locale -- no Korean charset stands beside it
        return text.getBytes();
    }
}
