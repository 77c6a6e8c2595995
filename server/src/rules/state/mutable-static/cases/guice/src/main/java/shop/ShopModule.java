package shop;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;

public class ShopModule extends AbstractModule {
    private final SessionMap sessions;
    private final TextRegistry texts;

    public ShopModule(SessionMap sessions, TextRegistry texts) {
        this.sessions = sessions;
        this.texts = texts;
    }

    @Override
    protected void configure() {
        bind(SessionMap.class).toInstance(sessions);
        bind(TextRegistry.class).toInstance(texts);
        bind(BasketStore.class).to(HashBasketStore.class).in(Scopes.SINGLETON);
        bind(DraftStore.class);
    }
}
