package shop;

public enum State { ON_SALE, GONE }
