package shop.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

class AgentSettings {
    Map<String, String> load(String path) {
        Map<String, String> params = new HashMap<>();
        try {
            params.putAll(read(path));
            // expect-next config/hard-coded-host warning -- whatever the file says
            params.put("log.relay.ip", "192.168.30.12");
        } catch (Exception e) {
            // clean-next config/hard-coded-host -- stands in for a file that cannot be read
            params.put("log.server.ip", "192.168.30.11");
        }
        return params;
    }

    void complete(Properties properties) {
        if (properties.getProperty("audit.server.host") == null) {
            // clean-next config/hard-coded-host -- where nothing is set
            properties.put("audit.server.host", "192.168.30.14");
        }
        // expect-next config/hard-coded-host warning
        properties.put("queue.server.host", "192.168.30.13");
    }
}
