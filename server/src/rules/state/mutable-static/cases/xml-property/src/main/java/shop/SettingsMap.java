package shop;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

public class SettingsMap extends AbstractMap<String, Object> {
    // clean-next state/mutable-static -- a collection of its own, which XML makes and fills
    private final Map<String, Object> map = new HashMap<>();

    @Override
    public Object put(String key, Object value) {
        return map.put(key, value);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return map.entrySet();
    }
}
