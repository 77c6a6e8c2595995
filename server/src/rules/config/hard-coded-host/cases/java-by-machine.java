package shop;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.net.Socket;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

public class FormService {
    // expect-next config/hard-coded-host
    private static final String ADDRESS = "10.20.30.41";
    //                                     ^^^^^^^^^^^ -- an address by name, and the file connects to it
    // clean-next config/hard-coded-host -- no more than an address of someone
    private static final String OWNER_ADDRESS = "10.20.30.49";
    private static final int PORT = 9100;

    void form(Map<String, Object> model, HttpServletRequest request) {
        if (request.getServerName().contains("localhost") || request.getServerName().equals("10.20.30.40")) {
            // expect-next config/hard-coded-host
            model.put("templateFile", "http://10.20.30.42/forms/");
        } else {
            // expect-next config/hard-coded-host
            model.put("templateFile", "http://10.20.30.43/forms/");
        }
    }

    String base(HttpServletRequest request) {
        // clean-next config/hard-coded-host -- what a developer's own machine talks to
        if (request.getServerName().startsWith("localhost")) return "http://localhost:8080/forms";
        return request.getContextPath();
    }

    String configured(String url) {
        // clean-next config/hard-coded-host -- a last resort
        if (url == null || url.equals("")) url = "http://10.20.30.44/forms";
        return url;
    }

    void send(String user) throws Exception {
        // expect-next config/hard-coded-host
        String remoteHost = "10.20.30.45";
        Session session = new JSch().getSession(user, remoteHost, 22);
        session.connect();
    }

    boolean fromOffice(HttpServletRequest request) {
        // clean-next config/hard-coded-host -- whose address it is, is only compared
        String remoteHost = "10.20.30.46";
        return remoteHost.equals(request.getRemoteHost());
    }

    void print(byte[] label) throws Exception {
        try (Socket socket = new Socket(ADDRESS, PORT)) {
            socket.getOutputStream().write(label);
        }
        System.out.println(OWNER_ADDRESS);
    }
}
