package shop.text;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Labels {
    // expect-next state/mutable-static warning {field=labelCache} -- what administrators change, by language
    private static final Map<Locale, List<Label>> labelCache = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- every process computes the same
    private static final Map<Locale, NumberFormat> formats = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- what comes with the program, by language
    private static final Map<Locale, Pages> pages = new ConcurrentHashMap<>();

    public static void upload(Locale locale, List<Label> labels) {
        labelCache.put(locale, new ArrayList<>(labels));
        store(locale);
    }

    public static void add(Locale locale, Label label) {
        labelCache.get(locale).add(label);
        store(locale);
    }

    public static List<Label> of(Locale locale) {
        return labelCache.get(locale);
    }

    static NumberFormat format(Locale locale) {
        return formats.computeIfAbsent(locale, NumberFormat::getInstance);
    }

    static Pages pages(Locale locale) {
        Pages found = pages.get(locale);
        if (found == null) {
            found = new Pages(locale);
            pages.put(locale, found);
        }
        return found;
    }
}
