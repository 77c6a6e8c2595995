package shop;

public class Services {
    boolean installed() {
        return SystemUtils.IS_OS_WINDOWS && Advapi.INSTANCE.hasService("shop");
    }
}
