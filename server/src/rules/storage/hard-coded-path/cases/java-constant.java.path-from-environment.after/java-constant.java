class Catalogue {
    java.io.File open() {
                                                      
        return new java.io.File(System.getenv().getOrDefault("CATALOGUE_FILE", "C:/catalogue/items.xml"));
    }
}
