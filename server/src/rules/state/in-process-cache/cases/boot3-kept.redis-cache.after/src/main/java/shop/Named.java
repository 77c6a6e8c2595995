package shop;

import java.io.Serializable;

public abstract class Named implements Serializable {
    private static final long serialVersionUID = 1L;

    protected String name;
}
