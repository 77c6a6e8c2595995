package shop.node;

import java.net.InetAddress;
import java.net.NetworkInterface;

public class BatchGuard {
    private String batchHost;

    boolean isBatchNode() throws Exception {
        // expect-next network/host-identity warning {source=InetAddress.getLocalHost()}
        String host = InetAddress.getLocalHost().getHostName();
        //                        ^^^^^^^^^^^^
        return host.equalsIgnoreCase(batchHost);
    }
}

class LicenceCheck {
    boolean verify(NetworkInterface network, Licence licence) throws Exception {
        // expect-next network/host-identity warning {source=getHardwareAddress()}
        byte[] mac = network.getHardwareAddress();
        return licence.matches(mac);
    }
}

class Callback {
    void register(Partner partner) throws Exception {
        // expect-next network/host-identity warning
        partner.subscribe("http://" + InetAddress.getLocalHost().getHostAddress() + ":8080/notify");
    }
}

class ServerRegistry {
    void heartbeat(ServerRow row) throws Exception {
        // expect-next network/host-identity warning {name=ServerIp}
        row.setServerIp(InetAddress.getLocalHost().getHostAddress());
        mapper.insert(row);
    }
}

class LeaderByVariable {
    boolean isLeader() {
        // expect-next network/host-identity warning {source=HOSTNAME}
        return System.getenv("HOSTNAME").equals("shop-1");
    }
}

class Quiet {
    void start() throws Exception {
        // clean-next network/host-identity -- logged
        log.info("running on {}", InetAddress.getLocalHost().getHostName());
        // clean-next network/host-identity -- a tag of a metric
        registry.config().commonTags("host", InetAddress.getLocalHost().getHostName());
        // clean-next network/host-identity -- a name that differs between replicas is just what a lease needs
        lease.setLockedBy(InetAddress.getLocalHost().getHostName());
    }

    boolean online() throws Exception {
        // clean-next network/host-identity -- asks only whether there is a network
        return !InetAddress.getLocalHost().getHostAddress().equals("127.0.0.1");
    }

    static int part() throws Exception {
        // clean-next network/host-identity -- part of a unique number
        return InetAddress.getLocalHost().getHostAddress().hashCode();
    }
}

class CallerLog {
    void record(HttpServletRequest request, Visit visit) throws Exception {
        String ip = request.getHeader("X-Forwarded-For");
        if (ip.equals("0:0:0:0:0:0:0:1") || ip.equals("127.0.0.1")) {
            // clean-next network/host-identity -- only for a caller on the very machine
            ip = InetAddress.getLocalHost().getHostAddress();
        }
        visit.setUserIp(ip);
        if (ip.equals("127.0.0.1")) {
            visit.setLocal(true);
        }
        // expect-next network/host-identity warning {name=ServerIp} -- whoever calls
        visit.setServerIp(InetAddress.getLocalHost().getHostAddress());
    }
}

class ChosenServer {
    boolean runsHere(String chosen) throws Exception {
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(each.getInetAddresses())) {
                // expect-next network/host-identity warning {source=NetworkInterface.getInetAddresses()}
                if (chosen.equals(address.getHostAddress())) {
                    return true;
                }
            }
        }
        return false;
    }

    String privateAddress() throws Exception {
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(each.getInetAddresses())) {
                // clean-next network/host-identity -- picks one of the addresses
                if (address.getHostAddress().startsWith("192.168.")) {
                    // clean-next network/host-identity -- what callers do with it is not seen
                    return address.getHostAddress();
                }
            }
        }
        return "";
    }

    boolean isPartner(String wanted, String name) throws Exception {
        // clean-next network/host-identity -- another machine
        InetAddress partner = InetAddress.getByName(name);
        return NetworkInterface.getByInetAddress(partner) == null && wanted.equals(partner.getHostAddress());
    }
}
