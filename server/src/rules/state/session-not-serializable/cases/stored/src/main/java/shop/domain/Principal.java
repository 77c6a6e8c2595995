package shop.domain;

// clean-next state/session-not-serializable -- which class stands behind the interface is not known
public interface Principal {
}
