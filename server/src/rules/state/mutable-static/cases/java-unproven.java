package shop.tables;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Nothing here says that requests fill the tables: no container, no API of servers, nothing about users. */
class Conversions {
    // expect-next state/mutable-static warning {field=replacements}
    private static final Map<String, String> replacements = new HashMap<>();

    void addReplacement(String from, String to) {
        String upper = from.toUpperCase();
        String lower = to.toLowerCase();
        if (upper.isEmpty()) {
            return;
        }
        replacements.put(upper, lower);
    }

    String replacementOf(String from) {
        return replacements.get(from);
    }
}

class Paths {
    // expect-next state/mutable-static warning {field=pathCache}
    private static final Map<String, Path> pathCache = new ConcurrentHashMap<>();

    static void remember(String from, Path path) {
        Path known = path.normalized();
        known.freeze();
        pathCache.put(from, known);
        path.close();
    }

    static Path get(String from) {
        return pathCache.get(from);
    }
}

/** Keyed by whom it is about, so later requests ask for it. */
class Choices {
    // expect-next state/mutable-static error {field=choices}
    private static final Map<String, String> choices = new LinkedHashMap<>();

    static void choose(String userId, String choice) {
        choices.put(userId, choice);
    }

    static String choiceOf(String userId) {
        return choices.get(userId);
    }
}

class Flusher {
    // clean-next state/mutable-static -- parts of the program that ask to be called
    private static final Map<Integer, Flushable> flushables = new HashMap<>();

    static void regist(Flushable flushable) {
        flushables.put(System.identityHashCode(flushable), flushable);
    }

    static void flushAll() {
        flushables.values().forEach(Flushable::flush);
    }
}
