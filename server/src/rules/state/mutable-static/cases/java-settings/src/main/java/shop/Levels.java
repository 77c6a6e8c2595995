package shop;

public class Levels {
    // clean-next state/mutable-static -- changed by a class that nothing connects with requests
    public static int depth = 3;
}
