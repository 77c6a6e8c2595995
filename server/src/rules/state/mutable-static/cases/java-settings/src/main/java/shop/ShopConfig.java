package shop;

public class ShopConfig {
    // expect-next state/mutable-static warning {field=maintenance, type=ShopConfig, count=2}
    private static boolean maintenance = false;

    // clean-next state/mutable-static -- told with the first setting of the class
    public static int pageSize = 20;

    // clean-next state/mutable-static -- changed by a listener at start only
    private static int maxUsers = 500;

    // clean-next state/mutable-static -- without a default: waits for configuration
    private static String gateway;

    // clean-next state/mutable-static -- nobody calls its setter
    private static int unused = 1;

    // clean-next state/mutable-static -- counts what this process does just now; nobody sets it
    public static int running = 0;

    // clean-next state/mutable-static -- given the same value whenever a request comes first
    private static boolean strict = false;

    public static void setStrict(boolean value) {
        strict = value;
    }

    public static void setMaintenance(boolean value) {
        maintenance = value;
    }

    public static void setMaxUsers(int value) {
        maxUsers = value;
    }

    public static void setGateway(String value) {
        gateway = value;
    }

    public static void setUnused(int value) {
        unused = value;
    }
}
