package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class TextRegistry {
    // clean-next state/mutable-static -- handed over by the start, which fills it
    private final Map<String, Text> texts = new ConcurrentHashMap<>();

    public void put(String user, Text value) {
        texts.put(user, value);
    }

    public Text get(String user) {
        return texts.get(user);
    }
}
