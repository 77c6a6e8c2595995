package shop.persistence;

import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;

class Factories {
    private EntityManagerFactory factory;
    private final ModelRepository modelRepository;

    Factories(ModelRepository modelRepository) {
        this.modelRepository = modelRepository;
    }

    // clean-next work/process-local-lock -- opens anew what this process holds
    synchronized void reopen(Map<String, String> settings) {
        if (modelRepository.isDeployed()) {
            factory.close();
            factory = Persistence.createEntityManagerFactory("shop", settings);
        }
    }
}
