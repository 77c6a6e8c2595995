package shop;

import org.springframework.stereotype.Service;

@Service
class Clusters {
    private final ClusterDao clusterDao;

    Clusters(ClusterDao clusterDao) {
        this.clusterDao = clusterDao;
    }

    String clusterFor(String name) {
        // expect-next work/process-local-lock -- what is made by its name is no entity, whatever versions entities have
        synchronized (this) {
            Cluster known = clusterDao.findByName(name);
            if (known == null) {
                return clusterDao.createCluster(name);
            }
            return known.getId();
        }
    }

    void rename(Cluster cluster) {
        // clean-next work/process-local-lock -- the second change fails
        synchronized (this) {
            if (clusterDao.findByName(cluster.getName()) == null) {
                clusterDao.save(cluster);
            }
        }
    }
}
