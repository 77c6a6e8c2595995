package shop;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

@Service
class Presentation {
    @Autowired
    private ConfigurationService configurationService;
    @Autowired
    private LabelService labelService;

    // clean-next state/mutable-static -- read once from the configuration of the release, which all replicas share
    private final Map<String, String> styles = new HashMap<>();

    // expect-next state/mutable-static {field=labels}
    private final Map<String, String> labels = new HashMap<>();

    private boolean initialized;

    String styleOf(String field) {
        init();
        return styles.get(field);
    }

    private synchronized void init() {
        if (!initialized) {
            loadStyles();
            initialized = true;
        }
    }

    private void loadStyles() {
        for (String key : configurationService.getPropertyKeys("style.")) {
            styles.put(key, configurationService.getProperty(key));
        }
    }

    String labelOf(String field) {
        if (labels.isEmpty()) {
            loadLabels();
        }
        return labels.get(field);
    }

    private void loadLabels() {
        for (Label label : labelService.findAll()) {
            labels.put(label.field(), label.text());
        }
    }
}
