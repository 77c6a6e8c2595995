package shop;

import shop.files.FSDirectory;

class Store {
    void open() {
        // clean-next state/local-search-index -- a class of the application
        FSDirectory.open("x");
    }
}
