package shop.desktop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.swing.JTable;

class Columns {
    // clean-next state/mutable-static -- a program with windows serves one user
    private static final Set<Integer> hidden = new HashSet<>();
    // clean-next state/mutable-static -- likewise
    private static final Map<String, String> titles = new HashMap<>();

    static void hide(JTable table, int column, String title) {
        hidden.add(column);
        titles.put(table.getName(), title);
    }
}
