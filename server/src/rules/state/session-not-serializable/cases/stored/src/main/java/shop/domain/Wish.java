package shop.domain;

// expect-next state/session-not-serializable warning {type=Wish, attribute=wishes}
public class Wish implements Comparable<Wish> {
    private String sku;

    @Override
    public int compareTo(Wish other) {
        return sku.compareTo(other.sku);
    }
}
