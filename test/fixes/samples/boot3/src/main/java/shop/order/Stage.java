package shop.order;

public enum Stage { RECEIVED, PAID, SENT }
