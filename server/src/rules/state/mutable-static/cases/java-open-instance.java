package org.acme.tickets;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

public class Tickets {
    // expect-next state/mutable-static error {field=entryByUser} -- the one object is open to all
    private Map<String, TicketEntry> entryByUser = new ConcurrentHashMap<>();

    public static final Tickets instance = new Tickets();

    public void enter(String user, TicketEntry entry) {
        entryByUser.put(user, entry);
    }

    public TicketEntry entryOf(String user) {
        return entryByUser.get(user);
    }
}

class Passes {
    // expect-next state/mutable-static error {field=passByUser} -- drawn by lot, so that each process has another one
    private static final Map<String, Pass> passByUser = new ConcurrentHashMap<>();

    static Pass passOf(String user) {
        Pass pass = passByUser.get(user);
        if (pass == null) {
            pass = new Pass(user, UUID.randomUUID().toString());
            passByUser.put(user, pass);
        }
        return pass;
    }
}

class Labels {
    // clean-next state/mutable-static -- computed from its key
    private static final Map<String, Label> labelByUser = new ConcurrentHashMap<>();

    static Label labelOf(String user) {
        Label label = labelByUser.get(user);
        if (label == null) {
            label = new Label(user, user.trim());
            labelByUser.put(user, label);
        }
        return label;
    }
}
