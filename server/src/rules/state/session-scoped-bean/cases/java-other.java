package shop;

import org.example.metrics.SessionScope;

// clean-next state/session-scoped-bean -- another annotation of that name
@SessionScope
class Timing {
}
