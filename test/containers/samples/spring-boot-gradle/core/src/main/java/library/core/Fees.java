package library.core;

/** What a reader owes for a book that comes back late. */
public final class Fees {
    private Fees() {
    }

    public static int centsFor(int daysLate) {
        return Math.min(daysLate * 25, 1000);
    }
}
