package shop.domain;

// clean-next state/session-not-serializable -- the base class is serializable
public class Member extends Person {
    private String name;
}
