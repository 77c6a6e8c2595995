package shop.login;

public interface SessionManager {
    void put(String name, Object value);
}
