package org.acme.portal;

import java.util.List;

class Portlets {
    private PortletDao dao;
    private EventBus events;

    // clean-next work/process-local-lock -- reads only after it has written, to tell others
    public synchronized Portlet create(Portlet portlet) {
        dao.insert(portlet);
        invalidate(portlet);
        return portlet;
    }

    // expect-next work/process-local-lock warning
    public synchronized void createOnce(Portlet portlet) {
        if (dao.findByName(portlet.getName()) == null) {
            dao.insert(portlet);
        }
    }

    // expect-next work/process-local-lock warning
    public synchronized void replace(String name) {
        dao.update(dao.findByName(name).next());
    }

    private void invalidate(Portlet portlet) {
        List<Portlet> aliases = dao.selectAliases(portlet.getId());
        for (Portlet alias : aliases) {
            events.fire(alias);
        }
    }
}
