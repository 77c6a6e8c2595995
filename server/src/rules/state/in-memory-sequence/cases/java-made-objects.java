package shop.rules;

import java.util.concurrent.atomic.AtomicLong;

abstract class AbstractEvaluator {
    // clean-next state/in-memory-sequence -- tells objects of this process apart; only their constructor gets it
    private static final AtomicLong NEXT_MATCHER_ID = new AtomicLong(1);

    void init() {
        add(new DefaultPolicyMatcher(NEXT_MATCHER_ID.getAndIncrement(), "a"));
    }

    // expect-next state/in-memory-sequence warning {field=nextId} -- an invoice is named by its number
    private static final AtomicLong nextId = new AtomicLong(1);

    void bill() {
        add(new Invoice(nextId.getAndIncrement(), "a"));
    }
}
