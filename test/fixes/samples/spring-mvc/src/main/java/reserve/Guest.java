package reserve;

/** Who reserves. */
public class Guest {
    private final String name;

    public Guest(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }
}
