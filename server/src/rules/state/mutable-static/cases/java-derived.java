package shop.study;

import java.lang.instrument.ClassFileTransformer;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServletRequest;

class StudyForm extends BaseForm {
    // clean-next state/mutable-static -- fixed keys with the texts of a bundle, however often they are put in
    static Map<String, String> phases = new LinkedHashMap<>();
    // clean-next state/mutable-static -- likewise, from the bundle of the base class
    static Map<String, String> purposes = new LinkedHashMap<>();
    // expect-next state/mutable-static warning -- what the database holds is data
    static Map<String, String> lastRow = new HashMap<>();
    // expect-next state/mutable-static error -- what a request brings is data
    static Map<String, String> answers = new HashMap<>();

    void show(ResourceBundle bundle) {
        phases.put("one", bundle.getString("one"));
        phases.put("two", bundle.getString("two"));
        purposes.put("treatment", texts.getString("treatment"));
        purposes.put("none", "-");
    }

    void row(ResultSet found) throws Exception {
        lastRow.put("name", found.getString("name"));
    }

    void answer(HttpServletRequest request) {
        answers.put("phase", request.getParameter("phase"));
    }
}

class PropertyName {
    // clean-next state/mutable-static -- names are made of the key alone, where they are absent
    private static final Map<String, Map<String, PropertyName>> known = new HashMap<>();
    // expect-next state/mutable-static warning -- what is found is what the first caller brought
    private static final Map<String, Map<String, String[]>> labels = new HashMap<>();

    PropertyName(String space, String name) {
    }

    static synchronized PropertyName of(String space, String name) {
        Map<String, PropertyName> inner = known.get(space);
        if (inner == null) {
            inner = new HashMap<>();
            known.put(space, inner);
        }
        PropertyName made = inner.get(name);
        if (made == null) {
            made = new PropertyName(space, name);
            inner.put(name, made);
        }
        return made;
    }

    static void label(String form, String name, String[] texts) {
        Map<String, String[]> inner = labels.get(form);
        if (inner == null) {
            inner = new HashMap<>();
            labels.put(form, inner);
        }
        if (inner.get(name) == null) {
            inner.put(name, texts);
        }
    }
}

class EventNames {
    // clean-next state/mutable-static -- gathered once from the program itself
    private static final List<String> ALL = new ArrayList<>();

    static List<String> all() {
        if (!ALL.isEmpty()) {
            return ALL;
        }
        List<String> found = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            found.add(kind.name());
        }
        ALL.addAll(found);
        return ALL;
    }
}

class KeyNumbers {
    private static final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- the way back from numbers that this process gives for itself
    private static final ConcurrentMap<Integer, String> names = new ConcurrentHashMap<>();
    private static final AtomicInteger last = new AtomicInteger();

    static Integer of(String name) {
        return numbers.computeIfAbsent(name, key -> {
            int number = last.incrementAndGet();
            names.put(number, name);
            return number;
        });
    }
}

class KeyStores {
    // clean-next state/mutable-static -- found out by trying; the same image finds the same
    private static final Map<String, Boolean> available = new HashMap<>();
    // expect-next state/mutable-static error -- how far work has come
    private static final Map<String, Integer> progress = new HashMap<>();

    static KeyStore open(String type) throws KeyStoreException {
        try {
            KeyStore opened = KeyStore.getInstance(type);
            available.put(type, Boolean.TRUE);
            return opened;
        } catch (KeyStoreException e) {
            available.put(type, Boolean.FALSE);
            throw e;
        }
    }

    static void work(String job) {
        progress.put(job, 1);
        try {
            open(job);
            progress.put(job, 2);
        } catch (KeyStoreException e) {
            progress.put(job, 0);
        }
    }
}

class RequestData {
    // clean-next state/mutable-static -- what a thread works with
    private static final Map<String, Object> data = new ConcurrentHashMap<>();
    private static final ThreadLocal<Map<String, Object>> current = new ThreadLocal<>();

    static void put(String key, Object value) {
        data.put(key, value);
        current.set(data);
    }
}

class Agent implements ClassFileTransformer {
    // clean-next state/mutable-static -- a nested class of what sets the process up
    private static final Set<String> ownClasses = new HashSet<>();

    static class Loader {
        void entry(String name) {
            ownClasses.add(name.replace('/', '.'));
        }
    }
}

class CacheFigures {
    private final CacheProvider provider = new CacheProvider();
    // clean-next state/mutable-static -- figures of this process
    static final Map<String, CacheFigure> cacheStatistics = new HashMap<>();

    void refresh() {
        cacheStatistics.clear();
        for (String name : provider.names()) {
            cacheStatistics.put(name, provider.figure(name));
        }
    }
}

class Pages {
    // clean-next state/mutable-static -- what classes of the program say of themselves
    private static final Map<String, Cached> cacheable = new HashMap<>();

    static void mount(String path, Class<?> page) {
        Cached cached = page.getAnnotation(Cached.class);
        cacheable.put(path, cached);
    }
}
