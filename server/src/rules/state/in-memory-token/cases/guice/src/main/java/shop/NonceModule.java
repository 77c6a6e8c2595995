package shop;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;

public class NonceModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(NonceService.class).in(Scopes.SINGLETON);
    }
}
