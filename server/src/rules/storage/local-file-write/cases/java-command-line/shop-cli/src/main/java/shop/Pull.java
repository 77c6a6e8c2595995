package shop;

import java.io.FileOutputStream;

class Pull {
    void settings(byte[] content) throws Exception {
        // clean-next storage/local-file-write -- where the user of the command line works
        new FileOutputStream("shop.xml").write(content);
    }
}
