package shop.parcel;

public enum Stage {
    PACKED, SENT, DELIVERED
}
