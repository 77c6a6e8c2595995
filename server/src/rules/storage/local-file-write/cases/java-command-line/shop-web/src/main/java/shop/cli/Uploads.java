package shop.cli;

import java.io.FileOutputStream;

class Uploads {
    void keep(byte[] content) throws Exception {
        // expect-next storage/local-file-write warning -- the server's side of a command line
        new FileOutputStream("/data/shop/orders.xml").write(content);
    }
}
