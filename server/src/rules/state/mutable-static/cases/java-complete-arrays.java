package org.acme.people;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.Filter;

class Choices {
    // clean-next state/mutable-static -- texts of the program for a language, complete when they are put there
    private static final Map<Locale, Label[]> BY_LOCALE = new HashMap<>(2);

    static Label[] of(Locale locale) {
        Label[] labels = BY_LOCALE.get(locale);
        if (labels != null) {
            return labels;
        }
        labels = new Label[] { new Label(Texts.find(locale, "yes")), new Label(Texts.find(locale, "no")) };
        BY_LOCALE.put(locale, labels);
        return labels;
    }
}

class Visits {
    // expect-next state/mutable-static
    private static final Map<String, String[]> LAST_VISITS = new HashMap<>();

    static void visited(String user, String page) {
        String[] pages = LAST_VISITS.get(user);
        if (pages == null) {
            pages = new String[10];
            LAST_VISITS.put(user, pages);
        }
        pages[0] = page;
    }
}

class MethodFilter implements Filter {
    // clean-next state/mutable-static -- a property that XML sets, in another spelling
    private Set<String> methods = Collections.singleton("POST");

    public void setMethods(Set<String> methods) {
        this.methods = new HashSet<>();
        for (String method : methods) {
            this.methods.add(method.toUpperCase());
        }
    }
}
