package board;

/** Who is logged in. */
public class Member {
    private final String id;

    public Member(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }
}
