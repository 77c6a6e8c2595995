package shop;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.Properties;

public class AuditService {
    private AuditMapper audits;

    void record(Map<String, Object> params) throws Exception {
        // expect-next network/host-identity
        String ip = Inet4Address.getLocalHost().getHostAddress();
        params.put("ip", ip);
        audits.insertAudit(params);
    }

    Map<String, Object> shown(Map<String, Object> params) throws Exception {
        // clean-next network/host-identity -- only shown
        params.put("host", InetAddress.getLocalHost().getHostName());
        return params;
    }

    void started(Properties params) throws Exception {
        // clean-next network/host-identity -- settings of a client
        params.put("host", InetAddress.getLocalHost().getHostName());
        new Client().insert(params);
    }

    void leased(Map<String, Object> row) throws Exception {
        // clean-next network/host-identity -- whoever holds a lease needs a name of its own
        row.put("locked_by_host", InetAddress.getLocalHost().getHostName());
        audits.updateLease(row);
    }
}
