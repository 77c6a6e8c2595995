package shop;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import javax.mail.Transport;
import org.apache.commons.net.ftp.FTPClient;
import org.hibernate.jdbc.Work;

public class Transfer {
    private final Settings settings;

    Transfer(Settings settings) {
        this.settings = settings;
    }

    void overSsh(String file) throws Exception {
        String user = "batch";
        // expect-next config/hard-coded-credential
        String password = "Harbour13!#";
        Session session = new JSch().getSession(user, settings.getHost(), 22);
        session.setPassword(password);
        session.connect();
    }

    void overFtp(FTPClient client) throws Exception {
        // expect-next config/hard-coded-credential
        client.login("batch", "Harbour24!#");
    }

    void byMail(Transport transport) throws Exception {
        // expect-next config/hard-coded-credential
        transport.connect("smtp.shop.kr", 587, "sender@shop.kr", "Harbour35!#");
    }

    void configured(FTPClient client, Session session, Transport transport) throws Exception {
        // clean-next config/hard-coded-credential -- read from the settings
        client.login("batch", settings.getPassword());
        // clean-next config/hard-coded-credential -- handed in
        session.setPassword(settings.getPassword());
        // clean-next config/hard-coded-credential -- without a log-in
        transport.connect();
        // clean-next config/hard-coded-credential -- what anonymous access gives
        client.login("anonymous", "");
    }

    void other(Desk desk, Plug plug) {
        // clean-next config/hard-coded-credential -- a desk of the application's own
        desk.login("visitor", "welcome to the desk");
        // clean-next config/hard-coded-credential -- another class of a like method
        plug.connect("left", "right1234");
    }
}
