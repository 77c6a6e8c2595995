package shop.domain;

// expect-next state/session-not-serializable {type=Visit}
public record Visit(int count) {
}
