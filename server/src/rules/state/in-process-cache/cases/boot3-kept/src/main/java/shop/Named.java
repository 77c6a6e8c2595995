package shop;

public abstract class Named {
    protected String name;
}
