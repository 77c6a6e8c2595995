package shop.tables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Nothing here says that requests fill the tables: no container, no API of servers, nothing about users. */
class Conversions {
    // clean-next state/mutable-static -- most likely a table that the program fills by itself
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
    // expect-next state/mutable-static warning {field=choices}
    private static final Map<String, String> choices = new LinkedHashMap<>();

    static void choose(String userId, String choice) {
        choices.put(userId, choice);
    }

    static String choiceOf(String userId) {
        return choices.get(userId);
    }
}

class Jobs {
    // expect-next state/mutable-static warning {field=queuedJobs} -- remembers what is to be done
    private static final Map<Long, Job> queuedJobs = new HashMap<>();

    static void queue(Job job) {
        queuedJobs.put(job.id(), job);
    }

    static Job job(long id) {
        return queuedJobs.get(id);
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

class QueryHistogram {
    // clean-next state/mutable-static -- what a process measures of itself
    private static final Map<String, Long> timings = new HashMap<>();

    static void took(String query, long millis) {
        long rounded = millis / 10;
        timings.put(query.trim(), rounded);
    }
}

class Pages {
    // clean-next state/mutable-static -- tests alone use it
    /** Used for unit testing. */ private static final Map<String, Page> userPages = new ConcurrentHashMap<>();

    static void add(String user, Page page) {
        userPages.put(user, page);
    }
}

class Validation {
    // clean-next state/mutable-static -- what is noted about parts of the program
    private static final Map<ModelValidator, Boolean> subsequent = new HashMap<>();

    // clean-next state/mutable-static -- likewise
    private static final Set<String> enabledTables = new HashSet<>();

    // expect-next state/mutable-static warning {field=topics} -- only grows: mostly parts of the program
    private static final Set<UserTopic> topics = new HashSet<>();

    static void note(ModelValidator validator, boolean directly) {
        subsequent.put(validator, directly);
    }

    static void enable(String table) {
        enabledTables.add(table);
    }

    static void addTopic(UserTopic topic) {
        topics.add(topic);
    }

    // clean-next state/mutable-static -- whoever calls it chooses how the program checks itself
    protected static boolean thorough = true;

    static void validate(boolean inDepth) {
        thorough = inDepth;
    }
}
