package shop;

public class Databases {
    public static Database of(String vendor, String schema) {
        switch (vendor) {
            case "h2":
                // expect-next state/embedded-database warning -- one of the choices
                return new Database().open("jdbc:h2:file:./data/" + schema);
            case "postgres":
                return new Database().open("jdbc:postgresql://db/" + schema);
            case "mysql":
                return new Database().open("jdbc:mysql://db/" + schema);
            default:
                throw new IllegalArgumentException(vendor);
        }
    }
}
