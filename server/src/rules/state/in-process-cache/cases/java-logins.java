package com.example.shop.login;

import com.example.shop.model.Session;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;
import javax.websocket.CloseReason;

class InMemorySessions {
    Cache<String, Session> sessions;

    InMemorySessions(int seconds) {
        // expect-next state/in-process-cache warning {name=sessions}
        sessions = Caffeine.newBuilder().expireAfterWrite(seconds, TimeUnit.SECONDS).build();
    }

    void create(String id, Session session) {
        session.setExpires(session.getStarted().plusSeconds(60));
        sessions.put(id, session);
    }

    Session get(String id) {
        return sessions.getIfPresent(id);
    }
}

class LiveSessions {
    // clean-next state/in-process-cache -- live connections, which no other replica could use
    private final Cache<String, javax.websocket.Session> live = Caffeine.newBuilder().expireAfterAccess(1, TimeUnit.HOURS).build();

    void opened(javax.websocket.Session session) {
        live.put(session.getId(), session);
    }

    javax.websocket.Session get(String id) {
        return live.getIfPresent(id);
    }
}

class MailGateway {
    // clean-next state/in-process-cache -- a token that another service issues; every replica asks for its own
    static final Cache<String, String> tokens = Caffeine.newBuilder().expireAfterWrite(7200, TimeUnit.SECONDS).build();

    private final String secret;

    MailGateway(String secret) {
        this.secret = secret;
    }

    String tokenOf(String account) {
        String accessToken = tokens.getIfPresent(account);
        if (accessToken == null) {
            accessToken = new MailCalls().tokenFor(account, secret).getAccessToken();
            tokens.put(account, accessToken);
        }
        return accessToken;
    }

    void refused(String account) {
        tokens.invalidate(account);
    }
}

class PageService extends BaseServiceImpl<Page> {
    // expect-next state/in-process-cache warning {name=pages}
    protected static final Cache<String, Page> pages = Caffeine.newBuilder().expireAfterWrite(30, TimeUnit.MINUTES).build();

    Page cached(String id) {
        Page page = pages.getIfPresent(id);
        if (page == null) {
            page = this.get(id);
            pages.put(id, page);
        }
        return page;
    }
}

class Layouts extends BaseLayout {
    // clean-next state/in-process-cache -- what the class extends computes; nothing is looked up
    protected static final Cache<String, Grid> grids = Caffeine.newBuilder().expireAfterWrite(30, TimeUnit.MINUTES).build();

    Grid grid(String id) {
        Grid grid = grids.getIfPresent(id);
        if (grid == null) {
            grid = this.arrange(id);
            grids.put(id, grid);
        }
        return grid;
    }
}
