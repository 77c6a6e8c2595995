package shop.domain;

// clean-next state/session-not-serializable -- constants of an enum are serializable
public enum Grade {
    BASIC, GOLD;

    static Grade of(Line line) {
        return BASIC;
    }
}
