package shop;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

class Downloads {
    InputStream genes() throws IOException {
        // clean-next config/hard-coded-host -- a public site, where whoever asks is let in: the same in every environment
        return new URL("ftp://ftp.genes.org/pub/genes.gz").openStream();
    }

    InputStream orders() throws IOException {
        // expect-next config/hard-coded-host warning {host=ftp.partner.com} -- a user of that server's own
        return new URL("ftp://shop@ftp.partner.com/orders.csv").openStream();
    }

    InputStream stock() throws IOException {
        // expect-next config/hard-coded-host warning {host=10.3.0.7}
        return new URL("ftp://10.3.0.7/stock.csv").openStream();
    }
}
