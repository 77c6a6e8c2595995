package shop.desk;

import shop.base.UI;

// clean-next state/session-scoped-bean -- another class of that name
public class DeskUi extends UI {
}
