package kr.co.shop;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

class Indexing implements ServletContextListener {
    private MassIndexer indexer;

    public void contextInitialized(ServletContextEvent event) {
        indexer.startAndWait();
    }
}
