package shop.ui;

import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.router.Route;

// expect-next state/session-scoped-bean warning
public class ShopUi implements AppShellConfigurator {
}

@Route("cart")
// clean-next state/session-scoped-bean -- one of many pages; the application stands for all
class CartView extends VerticalLayout {
}
