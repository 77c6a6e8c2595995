package shop;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

class AuditTrail {

    // expect-next state/mutable-static info {field=kinds} -- a figure to look at: nothing is held back by it
    private static final Map<String, Long> kinds = new HashMap<>();

    static void write(HttpServletRequest request) {
        String kind = request.getParameter("kind");
        Long count = kinds.get(kind);
        if (count == null) {
            kinds.put(kind, 1L);
        } else {
            kinds.put(kind, count + 1);
        }
    }

    static Map<String, Long> kinds() {
        return kinds;
    }
}

class Downloads {

    // expect-next state/mutable-static warning {field=counts} -- the class compares amounts
    private static final Map<String, Integer> counts = new HashMap<>();

    static boolean mayLoad(HttpServletRequest request) {
        String file = request.getParameter("file");
        int count = counts.getOrDefault(file, 0);
        counts.put(file, count + 1);
        return count < 100;
    }
}

class Prints {

    // expect-next state/mutable-static warning {field=counts} -- others are told an amount
    private static final Map<String, Integer> counts = new HashMap<>();

    static int printed(HttpServletRequest request) {
        String file = request.getParameter("file");
        counts.put(file, counts.getOrDefault(file, 0) + 1);
        return counts.get(file);
    }
}
