package kr.co.shop;

class Message {
    byte[] header(String name) throws Exception {
        return name.getBytes("EUC-KR");
    }

    byte[] body(String text) {
        // expect-next platform/host-locale info {count=1}
        return text.getBytes();
    }
}
