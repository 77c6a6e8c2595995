package shop;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;

public class DefaultsFacade {
    private Orders orders;
    // clean-next state/mutable-static -- filled from files that the context hands to the bean
    private Map<String, Properties> byFile = new HashMap<>();
    // expect-next state/mutable-static error -- changed by whoever saves
    private Map<String, Properties> customerSettings = new HashMap<>();

    public void setFiles(List<Resource> files) throws Exception {
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                Properties loaded = new Properties();
                loaded.load(in);
                byFile.put(file.getFilename(), loaded);
            }
        }
    }

    public void save(String customer, Properties settings) {
        customerSettings.put(customer, settings);
    }

    public Properties find(String name) {
        return customerSettings.getOrDefault(name, byFile.get(name));
    }
}
