class Catalogue {
    java.io.File open() {
        // expect-next storage/hard-coded-path warning
        return new java.io.File("C:/catalogue/items.xml");
    }
}
