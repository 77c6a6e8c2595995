package shop.graph;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

class MemoryIdentity implements Identity {
    // clean-next state/in-memory-sequence -- names what the same memory holds
    private static final AtomicLong idCounter = new AtomicLong();

    private final long id;

    MemoryIdentity() {
        this.id = idCounter.getAndIncrement();
    }
}

class SideAction {
    private static final String PREFIX = "ID_" + UUID.randomUUID() + "_";

    // clean-next state/in-memory-sequence -- joined with what no other process has
    private static final AtomicLong nextId = new AtomicLong();

    private final String id;

    SideAction() {
        this.id = PREFIX + nextId.incrementAndGet();
    }
}

class StoredAction {
    private static final String PREFIX = "ID_";

    // expect-next state/in-memory-sequence warning {field=nextId}
    private static final AtomicLong nextId = new AtomicLong();

    private final String id;

    StoredAction() {
        this.id = PREFIX + nextId.incrementAndGet();
    }
}
