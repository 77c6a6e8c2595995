package shop;

import java.util.List;
import javax.ejb.Stateless;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

@Stateless
public class JobTableService {

    @PersistenceContext
    private EntityManager manager;

    public List<Job> fetchActive() {
        return manager.createNamedQuery("Job.active", Job.class).getResultList();
    }
}
