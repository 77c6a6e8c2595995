package shop;

public class PublishServiceImpl {
    // clean-next state/in-memory-sequence -- the INSERT leaves the number out: nobody sees it
    private static int autoIncrement = 0;
    // expect-next state/in-memory-sequence error {field=nextOrderId} -- the INSERT takes the number
    private static int nextOrderId = 0;
    // clean-next state/in-memory-sequence -- the database replaces the number
    private static int nextTicketId = 0;

    private PublishMapper mapper;

    public void publish(String path) {
        PublishRequest request = new PublishRequest();
        request.setId(++autoIncrement);
        request.setPath(path);
        mapper.insertRequest(request);
    }

    public void order(String path) {
        PublishOrder order = new PublishOrder();
        order.setId(++nextOrderId);
        mapper.insertOrder(order);
    }

    public void ticket(String path) {
        PublishTicket ticket = new PublishTicket();
        ticket.setId(++nextTicketId);
        mapper.insertTicket(ticket);
    }
}
