package shop.domain;

// clean-next state/session-not-serializable -- lives for one request
public class Line {
}
