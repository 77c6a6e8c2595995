package shop;

import jakarta.inject.Singleton;
import org.glassfish.hk2.utilities.binding.AbstractBinder;

public class ShopBinder extends AbstractBinder {
    @Override
    protected void configure() {
        bindAsContract(BasketManager.class).in(Singleton.class);
        bind(HashVisitStore.class).to(VisitStore.class).in(Singleton.class);
        bindAsContract(DraftManager.class);
    }
}
